/** What a photo may be when it is chosen. */
export const photoFormats = 'image/jpeg,image/png,image/webp';

/** A photo that was not taken in, in the shape of a refused call, so that its sentence is found. */
class PhotoRefused extends Error {
  readonly data: unknown;
  constructor(data: unknown) {
    super('photo');
    this.data = data;
  }
}

/** Sends one photo and returns its id, which a form then names. Refuses as the server does. */
export async function sendPhoto(file: File): Promise<string> {
  const body = new FormData();
  body.append('photo', file);
  const response = await fetch('/files', { method: 'POST', body });
  const answer = (await response.json().catch(() => ({}))) as { id?: string };
  if (!response.ok || answer.id === undefined) throw new PhotoRefused(answer);
  return answer.id;
}
