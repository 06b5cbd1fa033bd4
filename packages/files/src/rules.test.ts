import { newId, type Actor } from '@tongxin/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doorsOf, faultOf, fitInto, formatOf, maxBytes, PhotoIds, pixelLimit, sizes } from './rules.ts';

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)),
  );

describe('what a file is', () => {
  it('is read from its first bytes', () => {
    expect(formatOf(bytes([0xff, 0xd8, 0xff, 0xe0]))).toBe('jpeg');
    expect(formatOf(bytes([0x89], 'PNG\r\n', [0x1a], '\n'))).toBe('png');
    expect(formatOf(bytes('RIFF', [1, 2, 3, 4], 'WEBP'))).toBe('webp');
    expect(formatOf(bytes([0, 0, 0, 24], 'ftypheic'))).toBe('heic');
    expect(formatOf(bytes([0, 0, 0, 24], 'ftypmif1'))).toBe('heic');
  });

  it('is no photo for pages, drawings, moving pictures, archives and the beginnings of photos', () => {
    const others = [
      '<svg xmlns="',
      '<!DOCTYPE html>',
      'GIF89a',
      '%PDF-1.7',
      'PK\u0003\u0004',
      'BM',
      'II*\0',
      'RIFF0000WAVE',
    ];
    for (const text of others) expect(formatOf(bytes(text))).toBeNull();
    expect(formatOf(bytes([0, 0, 0, 24], 'ftypisom'))).toBeNull();
    expect(formatOf(bytes([0xff, 0xd8]))).toBeNull();
    expect(formatOf(bytes(' ', [0xff, 0xd8, 0xff]))).toBeNull();
  });

  it('never stops the question, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (any) =>
        [null, 'jpeg', 'png', 'webp', 'heic'].includes(formatOf(any)),
      ),
    );
  });

  it('is refused empty, and one byte above ten megabytes', () => {
    expect(faultOf(new Uint8Array(0))).toBe('files.empty');
    const big = new Uint8Array(maxBytes + 1);
    big.set([0xff, 0xd8, 0xff]);
    expect(faultOf(big)).toBe('files.too_big');
    expect(faultOf(big.subarray(0, maxBytes))).toBeNull();
  });
});

describe('the pixels of a photo', () => {
  it('may be more where they can be read in small pieces', () => {
    expect(pixelLimit({ format: 'jpeg', isProgressive: false })).toBe(64_000_000);
    for (const format of ['png', 'webp'])
      expect(pixelLimit({ format, isProgressive: false })).toBe(25_000_000);
    expect(pixelLimit({ format: 'jpeg', isProgressive: true })).toBe(25_000_000);
  });
});

describe('a size', () => {
  it('fits its edge, keeps the proportion, never grows and never vanishes', () => {
    const edge = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(edge, edge, fc.constantFrom('large' as const, 'small' as const), (width, height, size) => {
        const fitted = fitInto(size, { width, height });
        expect(Math.max(fitted.width, fitted.height)).toBeLessThanOrEqual(
          Math.min(sizes[size], Math.max(width, height)),
        );
        expect(Math.min(fitted.width, fitted.height)).toBeGreaterThanOrEqual(1);
        expect(Math.abs(fitted.width * height - fitted.height * width)).toBeLessThanOrEqual(
          Math.max(width, height),
        );
      }),
    );
  });
});

describe('the photos of a submission', () => {
  it('are six at most, each once', () => {
    const id = '019ac0de-0000-7000-8000-000000000001';
    expect(PhotoIds.parse([id, id])).toEqual([id]);
    expect(PhotoIds.safeParse(Array.from({ length: 7 }, () => newId())).success).toBe(false);
    expect(PhotoIds.safeParse(['../../etc/passwd']).success).toBe(false);
  });
});

describe('the doors to an unpublished photo', () => {
  const holder = (role: 'host' | 'member' | 'operator'): Actor => ({
    kind: 'account',
    accountId: newId<'account'>(),
    name: '某人',
    grants: [{ role, divisionCode: '330782105', organisationId: null, matterId: null }],
  });

  it('are open to those who work with it, and closed to members, operators and the public', () => {
    expect(doorsOf(holder('host'))).toEqual(['330782105']);
    expect(doorsOf(holder('member'))).toEqual([]);
    expect(doorsOf(holder('operator'))).toEqual([]);
    expect(doorsOf({ kind: 'anonymous' })).toEqual([]);
    expect(doorsOf({ kind: 'resident', matterId: 'm' })).toEqual(['matter:m']);
  });
});
