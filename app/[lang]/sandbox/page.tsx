import type { Metadata } from 'next';
import { OpenSandbox } from '../../../components/sandbox/open-sandbox.tsx';

export const metadata: Metadata = {
  title: 'Sandbox',
  description: 'A simulated CPython heap in your browser: type Python, see its memory.',
};

export default function SandboxPage() {
  return <OpenSandbox />;
}
