import { notFound } from 'next/navigation';

/** Every address that is no page, in the reader's language. */
export default function Nowhere() {
  notFound();
}
