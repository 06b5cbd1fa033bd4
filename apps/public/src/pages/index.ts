import { AboutPage } from './AboutPage.tsx';
import { CasePage } from './CasePage.tsx';
import { ChainPage } from './ChainPage.tsx';
import { ConfirmPage } from './ConfirmPage.tsx';
import { FindPage } from './FindPage.tsx';
import { FindTicketPage } from './FindTicketPage.tsx';
import { FollowPage } from './FollowPage.tsx';
import { HomePage } from './HomePage.tsx';
import { JudgePage } from './JudgePage.tsx';
import { MatterPage } from './MatterPage.tsx';
import { MemberPage } from './MemberPage.tsx';
import { PlacePage } from './PlacePage.tsx';
import { PlainPage } from './PlainPage.tsx';
import { ProblemPage } from './ProblemPage.tsx';
import { SeatPage } from './SeatPage.tsx';
import { SessionPage } from './SessionPage.tsx';
import { SessionsPage } from './SessionsPage.tsx';
import { SettledPage } from './SettledPage.tsx';
import { SitePage } from './SitePage.tsx';
import { SitesPage } from './SitesPage.tsx';
import { TellCheckPage } from './TellCheckPage.tsx';
import { TellContactPage } from './TellContactPage.tsx';
import { TellEmergencyPage } from './TellEmergencyPage.tsx';
import { TellPlacePage } from './TellPlacePage.tsx';
import { TellReceiptPage } from './TellReceiptPage.tsx';
import { TellWhatPage } from './TellWhatPage.tsx';
import { TicketPage } from './TicketPage.tsx';
import { WordsPage } from './WordsPage.tsx';

/** Every page that the server can ask for, by name. */
export const pages = {
  about: AboutPage,
  case: CasePage,
  chain: ChainPage,
  confirm: ConfirmPage,
  find: FindPage,
  findTicket: FindTicketPage,
  follow: FollowPage,
  home: HomePage,
  judge: JudgePage,
  matter: MatterPage,
  member: MemberPage,
  place: PlacePage,
  plain: PlainPage,
  problem: ProblemPage,
  seat: SeatPage,
  session: SessionPage,
  sessions: SessionsPage,
  settled: SettledPage,
  site: SitePage,
  sites: SitesPage,
  tellCheck: TellCheckPage,
  tellContact: TellContactPage,
  tellEmergency: TellEmergencyPage,
  tellPlace: TellPlacePage,
  tellReceipt: TellReceiptPage,
  tellWhat: TellWhatPage,
  ticket: TicketPage,
  words: WordsPage,
};

export type PageName = keyof typeof pages;
