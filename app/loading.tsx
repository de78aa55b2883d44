import { Spinner } from '../components/design/spinner.tsx';
import { TopBar } from '../components/design/top-bar.tsx';

export default function Loading() {
  return (
    <>
      <TopBar />
      <p role="status" className="flex items-center justify-center gap-2 py-24 text-muted">
        <Spinner /> Loading…
      </p>
    </>
  );
}
