import { anyone, router, signedIn, staff } from '@tongxin/trpc';
import * as commands from './commands/index.ts';
import * as queries from './queries/index.ts';
import * as inputs from './rules/index.ts';

const office = staff('host', 'county_office', 'city_office');
const reader = staff('host', 'county_office', 'city_office', 'auditor');
const member = signedIn;

export const eventsRouter = router({
  list: reader.input(inputs.ListEvents).query(({ ctx, input }) => queries.listEvents(ctx, input)),
  open: anyone.input(inputs.ListOpenEvents).query(({ ctx, input }) => queries.listOpenEvents(ctx, input)),
  get: anyone.input(inputs.EventOnly).query(({ ctx, input }) => queries.getEvent(ctx, input.id)),

  asked: member.input(inputs.ListMine).query(({ ctx, input }) => queries.listAsked(ctx, input)),
  answer: member.input(inputs.AnswerEvent).mutation(({ ctx, input }) => commands.answerEvent(ctx, input)),
  askLeave: member.input(inputs.AskLeave).mutation(({ ctx, input }) => commands.askLeave(ctx, input)),
  askedOfUnits: signedIn
    .input(inputs.ListMine)
    .query(({ ctx, input }) => queries.listAskedOfUnits(ctx, input)),
  answerForUnit: signedIn
    .input(inputs.AnswerForUnit)
    .mutation(({ ctx, input }) => commands.answerForUnit(ctx, input)),
  renewFeed: member.mutation(({ ctx }) => commands.renewFeed(ctx)),

  desk: reader.input(inputs.EventOnly).query(({ ctx, input }) => queries.eventDesk(ctx, input.id)),
  week: reader.input(inputs.EventOnly).query(({ ctx, input }) => queries.eventWeek(ctx, input)),
  invitees: reader.input(inputs.ListInvitees).query(({ ctx, input }) => queries.listInvitees(ctx, input)),
  unasked: reader.input(inputs.EventOnly).query(({ ctx, input }) => queries.listUnasked(ctx, input)),
  doorList: office.input(inputs.EventOnly).query(({ ctx, input }) => queries.doorList(ctx, input)),
  create: office.input(inputs.CreateEvent).mutation(({ ctx, input }) => commands.createEvent(ctx, input)),
  change: office.input(inputs.ChangeEvent).mutation(({ ctx, input }) => commands.changeEvent(ctx, input)),
  publish: office.input(inputs.EventOnly).mutation(({ ctx, input }) => commands.publishEvent(ctx, input)),
  register: office.input(inputs.EventOnly).mutation(({ ctx, input }) => commands.registerHeld(ctx, input)),
  move: office.input(inputs.MoveEvent).mutation(({ ctx, input }) => commands.moveEvent(ctx, input)),
  cancel: office.input(inputs.CancelEvent).mutation(({ ctx, input }) => commands.cancelEvent(ctx, input)),
  invite: office.input(inputs.Invite).mutation(({ ctx, input }) => commands.invite(ctx, input)),
  uninvite: office.input(inputs.Uninvite).mutation(({ ctx, input }) => commands.uninvite(ctx, input)),
  decideLeave: office
    .input(inputs.DecideLeave)
    .mutation(({ ctx, input }) => commands.decideLeave(ctx, input)),
  recordScans: office
    .input(inputs.RecordScans)
    .mutation(({ ctx, input }) => commands.recordScans(ctx, input)),
  recordList: office.input(inputs.RecordList).mutation(({ ctx, input }) => commands.recordList(ctx, input)),
  correct: office
    .input(inputs.CorrectAttendance)
    .mutation(({ ctx, input }) => commands.correctAttendance(ctx, input)),
  settle: office.input(inputs.EventOnly).mutation(({ ctx, input }) => commands.settleEvent(ctx, input)),

  archive: office.input(inputs.ListArchive).query(({ ctx, input }) => queries.listArchive(ctx, input)),
  addPhotos: office
    .input(inputs.AddArchivePhotos)
    .mutation(({ ctx, input }) => commands.addArchivePhotos(ctx, input)),
  addText: office
    .input(inputs.AddArchiveText)
    .mutation(({ ctx, input }) => commands.addArchiveText(ctx, input)),
  addLink: office
    .input(inputs.AddArchiveLink)
    .mutation(({ ctx, input }) => commands.addArchiveLink(ctx, input)),
  showItem: office
    .input(inputs.ShowArchiveItem)
    .mutation(({ ctx, input }) => commands.showArchiveItem(ctx, input)),
  removeItem: office
    .input(inputs.RemoveArchiveItem)
    .mutation(({ ctx, input }) => commands.removeArchiveItem(ctx, input)),

  kinds: reader.query(({ ctx }) => queries.listKinds(ctx)),
  addKind: office.input(inputs.NewKind).mutation(({ ctx, input }) => commands.addKind(ctx, input)),
  retireKind: office.input(inputs.KindOnly).mutation(({ ctx, input }) => commands.retireKind(ctx, input)),
});
