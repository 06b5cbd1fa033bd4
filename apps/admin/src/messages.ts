import { messages as accounts } from '@tongxin/accounts/messages';
import { messages as deliberations } from '@tongxin/deliberations/messages';
import { messages as divisions } from '@tongxin/divisions/messages';
import { messages as events } from '@tongxin/events/messages';
import { messages as experts } from '@tongxin/experts/messages';
import { messages as files } from '@tongxin/files/messages';
import { messages as imports } from '@tongxin/imports/messages';
import { messages as issues } from '@tongxin/issues/messages';
import { messages as matters } from '@tongxin/matters/messages';
import { messages as members } from '@tongxin/members/messages';
import { messages as sectors } from '@tongxin/sectors/messages';
import { messages as organisations } from '@tongxin/organisations/messages';
import { messages as outreach } from '@tongxin/outreach/messages';
import { messages as platforms } from '@tongxin/platforms/messages';
import { messages as record } from '@tongxin/record/messages';
import { messages as reports } from '@tongxin/reports/messages';
import { messages as rotas } from '@tongxin/rotas/messages';
import { messages as visits } from '@tongxin/visits/messages';

/** The sentence for every way a domain says no. */
export const messages = {
  ...divisions,
  ...organisations,
  ...accounts,
  ...matters,
  ...files,
  ...imports,
  ...sectors,
  ...members,
  ...platforms,
  ...events,
  ...outreach,
  ...issues,
  ...deliberations,
  ...rotas,
  ...record,
  ...experts,
  ...visits,
  ...reports,
};
