import type { MultipartFile } from '@fastify/multipart';
import { storePhoto } from '@tongxin/files/commands';
import { maxBytes } from '@tongxin/files/rules';
import type { FastifyRequest } from 'fastify';
import { bytesOf, sentParts } from '../sent-parts.ts';
import { fieldsOf, type Fields } from './form.ts';
import { attempt } from './problems.ts';
import type { Site } from './site.ts';
import type { Visitor } from './visitor.ts';

/** Words a person could never type in an hour still come back to be shortened. */
const fieldBytes = 1024 * 1024;
const filesAtOnce = 8;

/** What came with the first screen: its fields, the photos that were kept, and why the others were not. */
export type TellBody = { fields: Fields; photoIds: string[]; photoFault: string | null };

/**
 * Reads the first screen's form, which may carry photos. Photos are kept as they come, so that they need not be sent
 * again when something else has to be changed; `room` says how many more there may be, from the fields before them.
 */
export async function readTellBody(
  site: Site,
  request: FastifyRequest,
  { visitor, room }: { visitor: Visitor; room: (fields: Fields) => number },
): Promise<TellBody> {
  if (!request.isMultipart()) return { fields: fieldsOf(request.body), photoIds: [], photoFault: null };
  const given: Record<string, string[]> = {};
  const photoIds: string[] = [];
  let photoFault: string | null = null;
  const limits = { fileSize: maxBytes, files: filesAtOnce, fields: 40, fieldSize: fieldBytes, parts: 60 };
  for await (const part of sentParts(request, limits)) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') (given[part.fieldname] ??= []).push(part.value);
      continue;
    }
    const kept = await keepPhoto(site, visitor, part, () => room(fieldsOf(given)) - photoIds.length);
    if (typeof kept === 'string') photoIds.push(kept);
    else photoFault ??= kept.fault;
  }
  return { fields: fieldsOf(given), photoIds, photoFault };
}

/** The id of the photo, or why it is not kept; an empty file field is neither. */
async function keepPhoto(site: Site, { ctx }: Visitor, part: MultipartFile, room: () => number) {
  const bytes = await bytesOf(part);
  if (bytes.length === 0) return { fault: null };
  if (part.file.truncated) return { fault: 'files.too_big' };
  if (room() <= 0) return { fault: 'issues.photos' };
  const stored = await attempt(() => storePhoto(ctx, site.town.storage, bytes));
  if ('done' in stored) return stored.done.id as string;
  return { fault: stored.refused.code };
}
