import { Speaks } from '../../../components/language/in-language.tsx';
import { OpenSandbox } from '../../../components/sandbox/open-sandbox.tsx';
import { titled } from '../../titles.ts';

export const generateMetadata = titled((page) => ({
  title: page.titles.sandbox,
  description: page.aboutSandbox,
}));

export default function SandboxPage() {
  return (
    <Speaks books={['sandbox']}>
      <OpenSandbox />
    </Speaks>
  );
}
