'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../language/words.ts';
import { Button, type ButtonSize, type ButtonVariant } from './button.tsx';
import { useToast } from './toasts.tsx';

export interface CopyButtonProps {
  /** What is copied, or how to make it when pressed. */
  readonly text: string | (() => string);
  readonly children: string;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
}

export function CopyButton({ text, children, variant, size }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const toast = useToast();
  const words = useWords('design').design;
  const copy = async () => {
    const value = typeof text === 'string' ? text : text();
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
      setTimeout(() => setCopied(false), 2000);
    } catch {
      // No clipboard without https: the text is shown, so that it can be copied by hand.
      toast({ title: words.noCopy, text: value });
    }
  };
  return (
    <Button icon={copied ? Check : Copy} variant={variant} size={size} onClick={copy}>
      {copied ? words.copied : children}
    </Button>
  );
}
