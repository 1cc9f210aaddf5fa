import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ASSEMBLED, assembleVectorSums } from "../../scripts/assemble-vector-sums.js";
import { openVectorSums } from "./vector-sums.js";

const sums = openVectorSums();
const { fround } = Math;
const BLOCKS_MAX = 3;
const NUMBERS = 16;
const UNITS = 16;

/** A row somewhere in the memory, and its numbers. */
function place(numbers: readonly number[]): { readonly address: number; readonly numbers: readonly number[] } {
  const address = sums.allocate(numbers.length * 4);
  sums.floats.set(numbers, address / 4);
  return { address, numbers };
}
const read = (address: number, length: number): number[] => [
  ...sums.floats.subarray(address / 4, address / 4 + length),
];

const float = fc.float({ min: -1000, max: 1000, noNaN: true });
const rows = (count: number) =>
  fc.integer({ min: 1, max: BLOCKS_MAX }).chain((blocks) =>
    fc.array(fc.array(float, { minLength: blocks * NUMBERS, maxLength: blocks * NUMBERS }), {
      minLength: count,
      maxLength: count + 4,
    }),
  );

describe("the vector sums", () => {
  it("are assembled from the loops that stand beside them", async () => {
    expect([...(await assembleVectorSums())]).toEqual([...readFileSync(ASSEMBLED)]);
  });

  it("add rows in their order, to the bit", () => {
    fc.assert(
      fc.property(rows(1), ([first, ...others]) => {
        const base = place(first as number[]);
        const target = sums.allocate(base.numbers.length * 4);
        const list = sums.allocate((others.length + 1) * 4);
        const addresses = others.map((row) => place(row).address);
        sums.addresses.set(addresses, list / 4);
        sums.addRows(target, base.address, list, others.length, base.numbers.length * 4);
        const expected = base.numbers.map((number, column) =>
          others.reduce((sum, row) => fround(sum + (row[column] as number)), number),
        );
        expect(read(target, expected.length)).toEqual(expected);
      }),
    );
  });

  it("add what features weigh in their order, to the bit", () => {
    const small = fc.integer({ min: -128, max: 127 });
    const feature = fc.record({
      value: float,
      linear: fc.array(fc.record({ column: fc.nat(NUMBERS - 1), weight: small }), { maxLength: 5 }),
      units: fc.option(fc.array(small, { minLength: UNITS, maxLength: UNITS })),
      scale: float,
    });
    fc.assert(
      fc.property(
        fc.array(feature, { maxLength: 4 }),
        fc.array(fc.nat(), { maxLength: 6 }),
        fc.array(float, { minLength: NUMBERS, maxLength: NUMBERS }),
        (made, chosen, columnScales) => {
          const features = made.map(({ value, ...rest }) => ({ value: fround(value), ...rest }));
          const records = sums.allocate((features.length + 1) * 16);
          const linear = sums.allocate(features.length * 10);
          const rows = sums.allocate(features.length * UNITS);
          const list = sums.allocate(6 * 4);
          const scales = place(columnScales).address;
          const target = place(Array.from({ length: NUMBERS + UNITS }, (_, column) => column)).address;
          let end = linear;
          features.forEach(({ value, linear: weights, units, scale }, index) => {
            const at = records / 4 + index * 4;
            sums.floats[at] = value;
            sums.addresses[at + 1] = end;
            sums.bytes.set(
              weights.flatMap(({ column, weight }) => [column, weight]),
              end,
            );
            end += 2 * weights.length;
            sums.addresses[at + 2] = units === null ? 0 : rows + index * UNITS;
            sums.bytes.set(units ?? [], rows + index * UNITS);
            sums.floats[at + 3] = scale;
          });
          sums.addresses[records / 4 + features.length * 4 + 1] = end;
          const listed = features.length === 0 ? [] : chosen.map((number) => number % features.length);
          sums.addresses.set(listed, list / 4);
          const counted = [target, list, listed.length, records, scales, NUMBERS * 4, UNITS] as const;
          const square = sums.addFeatures(...counted, 0.5);

          const expected = Array.from({ length: NUMBERS + UNITS }, (_, column) => column);
          let squares = 0.5;
          for (const { value, linear: weights, units, scale } of listed.map(
            (index) => features[index] as (typeof features)[0],
          )) {
            squares += value * value;
            for (const { column, weight } of weights) {
              expected[column] = fround(
                (expected[column] as number) + value * weight * (columnScales[column] as number),
              );
            }
            units?.forEach((unit, at) => {
              expected[NUMBERS + at] = fround(
                (expected[NUMBERS + at] as number) + fround(fround(value * scale) * unit),
              );
            });
          }
          expect(read(target, expected.length)).toEqual(expected);
          expect(square).toBe(squares);
        },
      ),
    );
  });

  it("combine what is inside a stretch with what is around it, to the bit", () => {
    fc.assert(
      fc.property(rows(7), float, float, (made, own, around) => {
        const [base = [], low = [], lowAround = [], high = [], highAround = [], last = [], lastAround = []] = made;
        const length = base.length;
        const target = sums.allocate(length * 4);
        const at = [base, [...low, ...lowAround], [...high, ...highAround], [...last, ...lastAround]].map(place);
        const [one, two, three, four] = at.map(({ address }) => address) as [number, number, number, number];
        sums.combine(target, one, two, three, four, own, around, length * 4);
        const expected = base.map((start, column) => {
          const inside = fround((high[column] as number) - (low[column] as number));
          const left = fround((lastAround[column] as number) - (highAround[column] as number));
          const outside = fround(left + (lowAround[column] as number));
          return fround(start + fround(fround(own * inside) + fround(around * outside)));
        });
        expect(read(target, length)).toEqual(expected);
      }),
    );
  });

  it("pass on the units above zero and no other, to the bit", () => {
    fc.assert(
      fc.property(rows(2), fc.array(float, { minLength: 6, maxLength: 6 }), ([bias = [], ...weights], activity) => {
        const units = activity.slice(0, weights.length);
        const target = sums.allocate(bias.length * 4);
        const table = place(weights.flat());
        const chosen = sums.allocate(units.length * 8);
        sums.activate(
          target,
          place(bias).address,
          place(units).address,
          units.length,
          table.address,
          chosen,
          bias.length * 4,
        );
        const expected = bias.map((start, column) =>
          units.reduce(
            (sum, unit, at) => (unit > 0 ? fround(sum + fround(unit * (weights[at]?.[column] as number))) : sum),
            start,
          ),
        );
        expect(read(target, bias.length)).toEqual(expected);
      }),
    );
  });

  it("keep what stands in the memory when it grows", () => {
    const row = place([1, 2, 3]);
    sums.allocate(50 * 2 ** 20);
    expect(read(row.address, 3)).toEqual([1, 2, 3]);
  });
});
