import { anyone, resident, router, signedIn, staff } from '@tongxin/trpc';
import { z } from 'zod';
import * as commands from './commands/index.ts';
import * as queries from './queries/index.ts';
import * as inputs from './rules/index.ts';

const host = staff('host', 'county_office');
const office = staff('host', 'county_office', 'city_office');
const unit = staff('department_clerk');
const county = staff('county_office');
const worker = staff('host', 'county_office', 'city_office', 'auditor', 'department_clerk');
const One = z.strictObject({ id: z.uuid('deliberations.not_found') });

const topicsRouter = router({
  list: office.input(inputs.ListTopics).query(({ ctx, input }) => queries.listTopics(ctx, input)),
  get: anyone.input(One).query(({ ctx, input }) => queries.getTopic(ctx, input.id)),
  acceptedIssues: host
    .input(inputs.AcceptedIssues)
    .query(({ ctx, input }) => queries.acceptedIssues(ctx, input)),
  create: host.input(inputs.CreateTopic).mutation(({ ctx, input }) => commands.createTopic(ctx, input)),
  addIssues: host.input(inputs.AddIssues).mutation(({ ctx, input }) => commands.addIssues(ctx, input)),
  removeIssue: host.input(inputs.RemoveIssue).mutation(({ ctx, input }) => commands.removeIssue(ctx, input)),
  research: host.input(inputs.NoteResearch).mutation(({ ctx, input }) => commands.noteResearch(ctx, input)),
  drop: host.input(inputs.DropTopic).mutation(({ ctx, input }) => commands.dropTopic(ctx, input)),
});

const sessionsRouter = router({
  list: anyone.input(inputs.ListSessions).query(({ ctx, input }) => queries.listSessions(ctx, input)),
  count: anyone.input(inputs.CountSessions).query(({ ctx, input }) => queries.countSessions(ctx, input)),
  mine: signedIn.input(inputs.ListMySessions).query(({ ctx, input }) => queries.listMySessions(ctx, input)),
  near: anyone
    .input(z.strictObject({ divisionCode: inputs.ListSessions.shape.divisionCode.unwrap() }))
    .query(({ ctx, input }) => queries.nextSessionsNear(ctx, input.divisionCode)),
  get: anyone.input(One).query(({ ctx, input }) => queries.getSession(ctx, input.id)),
  freeSlots: host.input(inputs.FreeSlots).query(({ ctx, input }) => queries.freeSlots(ctx, input)),
  schedule: host
    .input(inputs.ScheduleSession)
    .mutation(({ ctx, input }) => commands.scheduleSession(ctx, input)),
  postpone: host.input(inputs.Postpone).mutation(({ ctx, input }) => commands.postponeSession(ctx, input)),
  cancel: host.input(inputs.Cancel).mutation(({ ctx, input }) => commands.cancelSession(ctx, input)),
  takeSeat: anyone.input(inputs.TakeSeat).mutation(({ ctx, input }) => commands.takeSeat(ctx, input)),
  seat: anyone.input(inputs.GiveBackSeat).query(({ ctx, input }) => queries.getSeat(ctx, input.ticket)),
  giveBackSeat: anyone
    .input(inputs.GiveBackSeat)
    .mutation(({ ctx, input }) => commands.giveBackSeat(ctx, input)),
  runSheet: host.input(One).query(({ ctx, input }) => queries.runSheet(ctx, input.id)),
  hold: host.input(inputs.HoldSession).mutation(({ ctx, input }) => commands.holdSession(ctx, input)),
  draft: host.input(One).query(({ ctx, input }) => queries.minutesDraft(ctx, input.id)),
  saveMinutes: host.input(inputs.SaveMinutes).mutation(({ ctx, input }) => commands.saveMinutes(ctx, input)),
  checkRedaction: host
    .input(inputs.CheckRedaction)
    .query(({ ctx, input }) => queries.checkRedaction(ctx, input)),
  publish: host
    .input(inputs.PublishSession)
    .mutation(({ ctx, input }) => commands.publishSession(ctx, input)),
  correctMinutes: host
    .input(inputs.CorrectMinutes)
    .mutation(({ ctx, input }) => commands.correctMinutes(ctx, input)),
});

const linesRouter = router({
  list: worker.input(inputs.ListLines).query(({ ctx, input }) => queries.listLines(ctx, input)),
  get: anyone.input(One).query(({ ctx, input }) => queries.getLine(ctx, input.id)),
  ofIssue: signedIn.input(One).query(({ ctx, input }) => queries.linesOfIssue(ctx, input.id)),
  ofMine: resident.query(({ ctx }) => queries.linesOfIssue(ctx, ctx.actor.matterId)),
  accept: unit.input(inputs.AcceptLine).mutation(({ ctx, input }) => commands.acceptLine(ctx, input)),
  contest: unit.input(inputs.ContestLine).mutation(({ ctx, input }) => commands.contestLine(ctx, input)),
  reassign: county.input(inputs.ReassignLine).mutation(({ ctx, input }) => commands.reassignLine(ctx, input)),
  notAdopt: county.input(inputs.NotAdopt).mutation(({ ctx, input }) => commands.notAdopt(ctx, input)),
  noteProgress: unit
    .input(inputs.NoteProgress)
    .mutation(({ ctx, input }) => commands.noteProgress(ctx, input)),
  extend: county.input(inputs.ExtendLine).mutation(({ ctx, input }) => commands.extendLine(ctx, input)),
  reportDone: unit.input(inputs.ReportDone).mutation(({ ctx, input }) => commands.reportDone(ctx, input)),
  verify: host.input(inputs.VerifyLine).mutation(({ ctx, input }) => commands.verifyLine(ctx, input)),
  sendBack: host.input(inputs.SendBack).mutation(({ ctx, input }) => commands.sendBack(ctx, input)),
  close: county.input(inputs.LineOnly).mutation(({ ctx, input }) => commands.closeLine(ctx, input)),
  judge: resident.input(inputs.JudgeLine).mutation(({ ctx, input }) => commands.judgeLine(ctx, input)),
  reopen: resident.input(inputs.ReopenLines).mutation(({ ctx, input }) => commands.reopenLines(ctx, input)),
});

/** How a committee talks things over, and under which name it invites. */
const methodsRouter = router({
  get: anyone
    .input(inputs.MethodOf)
    .query(({ ctx, input }) => queries.currentMethod(ctx, input.divisionCode)),
  history: anyone
    .input(inputs.MethodOf)
    .query(({ ctx, input }) => queries.methodHistory(ctx, input.divisionCode)),
  save: staff('county_office', 'city_office')
    .input(inputs.SaveMethod)
    .mutation(({ ctx, input }) => commands.saveMethod(ctx, input)),
  sessions: anyone
    .input(inputs.ListBrandSessions)
    .query(({ ctx, input }) => queries.brandSessions(ctx, input)),
});

const chainRouter = router({
  view: worker.input(One).query(({ ctx, input }) => queries.chainView(ctx, input.id)),
  mine: resident.query(({ ctx }) => queries.chainView(ctx, ctx.actor.matterId)),
  published: anyone.input(One).query(({ ctx, input }) => queries.publishedChain(ctx, input.id)),
});

export const deliberationsRouter = router({
  topics: topicsRouter,
  sessions: sessionsRouter,
  lines: linesRouter,
  chain: chainRouter,
  methods: methodsRouter,
  titles: worker.input(inputs.ListTitles).query(({ ctx, input }) => queries.listTitles(ctx, input)),
});
