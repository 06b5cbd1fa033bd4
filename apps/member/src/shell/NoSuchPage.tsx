import { useText } from '@tongxin/web/locale';
import { paths } from '../paths.ts';
import { shellText } from '../text/shell.ts';
import { Go } from '../ui/Go.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Alone } from './Alone.tsx';

export function NoSuchPage() {
  const t = useText(shellText).noSuchPage;
  return (
    <Alone>
      <PageHead title={t.title} lead={t.lead} />
      <Go {...paths.home()}>{t.home}</Go>
    </Alone>
  );
}
