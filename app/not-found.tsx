import { ButtonLink } from '../components/design/button.tsx';
import { Page, TopBar } from '../components/design/top-bar.tsx';

export default function NotFound() {
  return (
    <>
      <TopBar />
      <Page>
        <p className="font-mono text-sm text-faint">NameError</p>
        <h1 className="mt-2 text-2xl font-semibold tracking-tight">
          There is nothing here, or it is not yours to see
        </h1>
        <p className="mt-3 max-w-prose text-muted">
          Lessons can be looked at by those who took part and by their teacher, in the browser they used then.
        </p>
        <div className="mt-8">
          <ButtonLink href="/" variant="primary">
            To the start page
          </ButtonLink>
        </div>
      </Page>
    </>
  );
}
