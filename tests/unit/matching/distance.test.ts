import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundingBox, distanceKm } from "~/matching/rules/distance";

const beijing = { lng: 116.4053, lat: 39.905 };
const shanghai = { lng: 121.4726, lat: 31.2317 };
const place = fc.record({
  lng: fc.double({ min: 73, max: 135, noNaN: true }),
  lat: fc.double({ min: 18, max: 54, noNaN: true }),
});

describe("distance", () => {
  it("from Beijing to Shanghai is about 1 067 km", () => {
    expect(distanceKm(beijing, shanghai)).toBeGreaterThan(1060);
    expect(distanceKm(beijing, shanghai)).toBeLessThan(1075);
  });

  it("is symmetric, zero to itself, and one degree of latitude is 111.2 km", () => {
    expect(distanceKm(beijing, beijing)).toBe(0);
    expect(distanceKm(beijing, shanghai)).toBeCloseTo(distanceKm(shanghai, beijing), 9);
    expect(distanceKm({ lng: 100, lat: 30 }, { lng: 100, lat: 31 })).toBeCloseTo(111.195, 2);
  });

  it("the box around a point holds everything within the radius", () => {
    fc.assert(
      fc.property(place, place, fc.double({ min: 1, max: 500, noNaN: true }), (center, other, km) => {
        const box = boundingBox(center, km);
        const inside =
          other.lng >= box.west && other.lng <= box.east && other.lat >= box.south && other.lat <= box.north;
        return inside || distanceKm(center, other) > km;
      }),
    );
  });
});
