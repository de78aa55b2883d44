import type { LucideIcon } from 'lucide-react';
import Link from 'next/link';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classes } from './classes.ts';
import { Spinner } from './spinner.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover shadow-card',
  secondary: 'bg-raised text-ink border border-line-strong hover:border-edge hover:bg-sunken',
  quiet: 'text-muted hover:bg-sunken hover:text-ink',
  danger: 'bg-danger-soft text-danger border border-danger/30 hover:border-danger',
};

const SIZES: Readonly<Record<ButtonSize, string>> = {
  sm: 'min-h-8 px-2.5 text-sm gap-1.5 rounded-md',
  md: 'min-h-10 px-3.5 text-sm gap-2 rounded-lg',
  lg: 'min-h-12 px-5 text-base gap-2.5 rounded-lg',
};

const BASE =
  'inline-flex items-center justify-center font-medium whitespace-nowrap select-none transition-colors duration-100 ' +
  'disabled:opacity-50 disabled:pointer-events-none cursor-pointer';

interface Look {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  readonly icon?: LucideIcon | undefined;
}

export interface ButtonProps extends Look, ButtonHTMLAttributes<HTMLButtonElement> {
  /** Shows that the press is being worked on; the button does not react meanwhile. */
  readonly busy?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  variant = 'secondary',
  size = 'md',
  icon: Icon,
  busy = false,
  children,
  className,
  type = 'button',
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={classes(BASE, VARIANTS[variant], SIZES[size], className)}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
      {...rest}
    >
      {busy ? <Spinner /> : Icon ? <Icon aria-hidden className="size-[1.15em] shrink-0" /> : null}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> {
  readonly icon: LucideIcon;
  /** Said by screen readers and shown as the browser's tooltip. */
  readonly label: string;
  /** For a button that stays pressed. */
  readonly pressed?: boolean | undefined;
}

const SQUARES: Readonly<Record<ButtonSize, string>> = {
  sm: 'size-8 rounded-md',
  md: 'size-10 rounded-lg',
  lg: 'size-12 rounded-lg',
};

export function IconButton({
  icon: Icon,
  label,
  pressed,
  variant = 'quiet',
  size = 'md',
  busy = false,
  className,
  type = 'button',
  disabled,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled === true || busy}
      className={classes(
        BASE,
        VARIANTS[variant],
        SQUARES[size],
        pressed === true && 'bg-accent-soft! text-accent-ink!',
        className,
      )}
      {...rest}
    >
      {busy ? <Spinner /> : <Icon aria-hidden className="size-[1.15rem]" />}
    </button>
  );
}

export interface ButtonLinkProps extends Look {
  readonly href: string;
  readonly children: ReactNode;
  readonly className?: string;
  /** For downloads and pages outside Next. */
  readonly plain?: boolean;
  /** In a window of its own, which is plain as well. */
  readonly apart?: boolean;
}

/** A link that looks like a button. */
export function ButtonLink({
  href,
  children,
  className,
  variant = 'secondary',
  size = 'md',
  icon: Icon,
  plain = false,
  apart = false,
}: ButtonLinkProps) {
  const look = classes(BASE, VARIANTS[variant], SIZES[size], className);
  const inside = (
    <>
      {Icon ? <Icon aria-hidden className="size-[1.15em] shrink-0" /> : null}
      {children}
    </>
  );
  return plain || apart ? (
    <a href={href} className={look} {...(apart ? { target: '_blank', rel: 'noreferrer' } : {})}>
      {inside}
    </a>
  ) : (
    <Link href={href} className={look}>
      {inside}
    </Link>
  );
}
