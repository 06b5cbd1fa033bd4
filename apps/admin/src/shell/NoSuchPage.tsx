import { Link } from '@tanstack/react-router';
import { useText } from '@tongxin/web/locale';
import { paths } from '../paths.ts';
import { shellText } from '../text/shell.ts';
import { PageHead } from '../ui/PageHead.tsx';

export function NoSuchPage() {
  const t = useText(shellText).noSuchPage;
  return (
    <main className="alone">
      <PageHead title={t.title} lead={t.lead} />
      <Link {...paths.home()}>{t.home}</Link>
    </main>
  );
}
