import { Spinner } from '../design/spinner.tsx';
import { TopBar } from '../design/top-bar.tsx';

/** The class's page before there is anything to show: the same frame, so that nothing jumps. */
export function ClassSkeleton({ words = 'Coming into the class…' }: { readonly words?: string }) {
  return (
    <div className="flex h-dvh flex-col">
      <TopBar />
      <main id="main" className="flex min-h-0 flex-1 p-3">
        <p
          role="status"
          className="flex flex-1 items-center justify-center gap-2 rounded-xl border border-line bg-surface text-muted"
        >
          <Spinner /> {words}
        </p>
      </main>
    </div>
  );
}
