import type { Metadata } from 'next';
import { Me } from '../../../components/review/me.tsx';

export const metadata: Metadata = { title: 'My results' };

export default function Page() {
  return <Me />;
}
