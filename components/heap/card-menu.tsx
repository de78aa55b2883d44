'use client';

import {
  ArrowRight,
  Copy,
  Ellipsis,
  Info,
  type LucideIcon,
  Plus,
  Tag,
  Trash2,
  Waypoints,
} from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { classes } from '../design/classes.ts';
import { useToast } from '../design/toasts.tsx';
import { useWords } from '../language/words.ts';
import { actionsOf, type Subject } from './card-actions.ts';
import type { Said, Speaker, Spot } from './statements.ts';

export interface CardMenuProps {
  readonly subject: Subject;
  /** Who is made to say something; asked when the menu opens. */
  readonly speaker: () => Speaker | null;
  /** May statements be given now? */
  readonly mayRun: boolean;
  readonly onRun: (source: string) => void;
  /** A target is chosen next. */
  readonly onPick: (spot: Spot) => void;
  readonly onInspect: (() => void) | null;
  readonly onAround: (() => void) | null;
}

const CONTENT =
  'z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-52 max-w-[calc(100vw-1rem)] overflow-auto rounded-lg bg-raised p-1 shadow-high animate-fade-in';
const ITEM =
  'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 text-sm outline-none select-none data-disabled:opacity-50 data-highlighted:bg-sunken';

/** The items of a card's menu. Each that changes the heap shows the statement that it gives. */
export function CardMenuItems(props: CardMenuProps) {
  const { subject, speaker, mayRun, onRun, onPick, onInspect, onAround } = props;
  const { change } = useWords('change');
  const toast = useToast();
  const who = speaker();
  const actions = who === null ? null : actionsOf(subject, who);
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => toast({ title: change.copied, text }),
      () => toast({ title: change.noCopy, text }),
    );
  return (
    <>
      {actions === null ? null : (
        <DropdownMenu.Label className="max-w-72 px-2.5 py-1.5 text-xs text-muted">
          {actions.expression === null ? (
            actions.note === null ? (
              change.names
            ) : (
              change.note(actions.note)
            )
          ) : (
            <span className="font-mono wrap-anywhere">{actions.expression}</span>
          )}
        </DropdownMenu.Label>
      )}
      {onInspect === null ? null : (
        <Item icon={Info} onSelect={onInspect}>
          {change.inspect}
        </Item>
      )}
      {onAround === null ? null : (
        <Item icon={Waypoints} onSelect={onAround}>
          {change.around}
        </Item>
      )}
      {actions === null || actions.expression === null ? null : (
        <Item icon={Copy} onSelect={() => void copy(actions.expression ?? '')}>
          {change.copy}
        </Item>
      )}
      {actions === null || !mayRun ? null : (
        <>
          {actions.lines.length === 0 ? null : (
            <Sub icon={ArrowRight} label={change.pointTo}>
              {actions.lines.map(({ label, spot }) => (
                <Item key={label} onSelect={() => onPick(spot)}>
                  <span className="font-mono">{label}</span>
                </Item>
              ))}
              <More count={actions.more} />
            </Sub>
          )}
          {actions.fresh === null ? null : (
            <Item
              icon={Plus}
              onSelect={() => {
                if (actions.fresh !== null) onPick(actions.fresh);
              }}
            >
              {change.fresh[actions.fresh.kind]}
            </Item>
          )}
          {actions.naming === null ? null : (
            <Statement icon={Tag} words={change.nameIt} said={actions.naming} onRun={onRun} />
          )}
          {actions.lines.length === 0 ? null : (
            <Sub
              icon={Trash2}
              label={subject.kind === 'namespace' ? change.deleteName : change.deleteReference}
            >
              {actions.lines.map(({ label, removal }) => (
                <Statement key={label} words="" said={removal} onRun={onRun} />
              ))}
              <More count={actions.more} />
            </Sub>
          )}
        </>
      )}
    </>
  );
}

function More({ count }: { readonly count: number }) {
  const { change } = useWords('change');
  return count === 0 ? null : (
    <DropdownMenu.Label className="px-2.5 py-1.5 text-xs text-muted">{change.more(count)}</DropdownMenu.Label>
  );
}

function Item({
  icon: Icon,
  onSelect,
  children,
  disabled = false,
}: {
  readonly icon?: LucideIcon;
  readonly onSelect: () => void;
  readonly children: ReactNode;
  readonly disabled?: boolean;
}) {
  return (
    <DropdownMenu.Item onSelect={onSelect} disabled={disabled} className={ITEM}>
      {Icon === undefined ? null : <Icon aria-hidden className="size-4 shrink-0" />}
      {children}
    </DropdownMenu.Item>
  );
}

function Statement({
  icon,
  words,
  said,
  onRun,
}: {
  readonly icon?: LucideIcon;
  readonly words: string;
  readonly said: Said;
  readonly onRun: (source: string) => void;
}) {
  const { change } = useWords('change');
  const source = 'source' in said ? said.source : null;
  return (
    <Item
      {...(icon === undefined ? {} : { icon })}
      disabled={source === null}
      onSelect={() => onRun(source ?? '')}
    >
      {words === '' ? null : <span>{words}</span>}
      <span className={classes('min-w-0 truncate font-mono', words !== '' && 'ml-auto text-muted')}>
        {source ?? ('refused' in said ? change.refused(said.refused) : '')}
      </span>
    </Item>
  );
}

function Sub({
  icon: Icon,
  label,
  children,
}: {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className={classes(ITEM, 'data-[state=open]:bg-sunken')}>
        <Icon aria-hidden className="size-4 shrink-0" />
        {label}
        <ArrowRight aria-hidden className="ml-auto size-3.5 text-faint" />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent className={CONTENT} sideOffset={4} collisionPadding={8}>
          {children}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}

/** A menu at a point of the graph, opened by a key or the second button of a mouse. */
export function CardMenuAt({
  at,
  onClose,
  ...items
}: CardMenuProps & {
  readonly at: { readonly x: number; readonly y: number };
  /** `chosen`: a target is asked for next, and the keyboard goes there. */
  readonly onClose: (chosen: boolean) => void;
}) {
  const { change } = useWords('change');
  const chosen = useRef(false);
  return (
    <DropdownMenu.Root
      open
      modal={false}
      onOpenChange={(open) => {
        if (!open) onClose(chosen.current);
      }}
    >
      <DropdownMenu.Trigger asChild>
        <span aria-hidden tabIndex={-1} className="absolute size-px" style={{ left: at.x, top: at.y }} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          aria-label={change.menu}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className={CONTENT}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <CardMenuItems
            {...items}
            onPick={(spot) => {
              chosen.current = true;
              items.onPick(spot);
            }}
          />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** The same menu behind a button, for rows of the table and of the tree. */
export function CardMenuButton({ label, ...items }: CardMenuProps & { readonly label: string }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        aria-label={label}
        className="inline-flex size-8 cursor-pointer items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink"
      >
        <Ellipsis aria-hidden className="size-4" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" sideOffset={4} collisionPadding={8} className={CONTENT}>
          <CardMenuItems {...items} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
