'use client';

import type { FormEvent, ReactNode } from 'react';

/**
 * A form on a page that is read before its scripts have come. What is sent meanwhile is kept by React and handed over
 * once they are there (it does so for an `action` only); a plain form would load the page anew and forget it.
 * `onSend` reads the fields by their names: what was typed that early is not in any state.
 */
export function EarlyForm({
  onSend,
  className,
  children,
}: {
  readonly onSend: (fields: FormData) => void;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSend(new FormData(event.currentTarget));
  };
  return (
    <form action={onSend} onSubmit={submit} noValidate className={className}>
      {children}
    </form>
  );
}

/** The text of a field, without the blanks around it. */
export function fieldText(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
