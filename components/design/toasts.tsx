'use client';

import { X } from 'lucide-react';
import { Toast } from 'radix-ui';
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { classes } from './classes.ts';

export interface ToastMessage {
  readonly title: string;
  readonly text?: string;
  readonly tone?: 'plain' | 'error';
}

type Show = (message: ToastMessage) => void;

const ToastContext = createContext<Show>(() => {});

/** Says something that needs no answer: `const toast = useToast(); toast({ title: 'Link copied' })`. */
export function useToast(): Show {
  return useContext(ToastContext);
}

interface Shown extends ToastMessage {
  readonly id: number;
}

export interface ToastWords {
  readonly label: string;
  /** Name of the place where they stand, with `{hotkey}` for the key that leads there. */
  readonly place: string;
  readonly close: string;
}

export function Toasts({ words, children }: { readonly words: ToastWords; readonly children: ReactNode }) {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const next = useRef(1);
  const show = useCallback<Show>((message) => {
    const id = next.current++;
    setShown((all) => [...all.slice(-3), { ...message, id }]);
  }, []);
  return (
    <ToastContext value={show}>
      <Toast.Provider label={words.label} swipeDirection="right" duration={5000}>
        {children}
        {shown.map((toast) => (
          <Toast.Root
            key={toast.id}
            type={toast.tone === 'error' ? 'foreground' : 'background'}
            onOpenChange={(open) => {
              if (!open) setShown((all) => all.filter((other) => other.id !== toast.id));
            }}
            className={classes(
              'flex items-start gap-3 rounded-xl border bg-raised px-4 py-3 shadow-high animate-rise',
              toast.tone === 'error' ? 'border-danger/50' : 'border-line',
            )}
          >
            <div className="min-w-0 flex-1">
              <Toast.Title
                className={classes('text-sm font-medium', toast.tone === 'error' && 'text-danger')}
              >
                {toast.title}
              </Toast.Title>
              {toast.text === undefined ? null : (
                <Toast.Description className="mt-0.5 text-sm text-muted">{toast.text}</Toast.Description>
              )}
            </div>
            <Toast.Close
              aria-label={words.close}
              className="inline-flex size-6 cursor-pointer items-center justify-center rounded text-faint hover:text-ink"
            >
              <X aria-hidden className="size-4" />
            </Toast.Close>
          </Toast.Root>
        ))}
        <Toast.Viewport
          label={words.place}
          className="fixed right-4 bottom-4 z-[60] flex w-[calc(100%-2rem)] max-w-sm flex-col gap-2 outline-none"
        />
      </Toast.Provider>
    </ToastContext>
  );
}
