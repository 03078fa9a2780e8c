/** From the left edge of the element and its top, in CSS pixels: left, top, width, height. */
export type Box = readonly [number, number, number, number];

export interface DrawnPart {
  /** As in the attribute `part`, else the tag, with the number of those of that name before it: `field`, `field 2`. */
  readonly name: string;
  readonly box: Box;
  /** Colours, edges and letters as computed. */
  readonly paint: string;
}

/** What was drawn of a story, by width and colour scheme: `320 light`. */
export type Look = Readonly<Record<string, readonly DrawnPart[]>>;

/** CSS pixels that a box may be off: engines round where lines and letters end. */
export const tolerance = 2;

/** Every difference in words: what was expected, and what is there. */
export function compareLooks(story: string, expected: Look, got: Look): string[] {
  const views = [...new Set([...Object.keys(expected), ...Object.keys(got)])];
  return views.flatMap((view) => {
    const where = `${story}, ${view}`;
    const before = new Map(expected[view]?.map((part) => [part.name, part]));
    const after = new Map(got[view]?.map((part) => [part.name, part]));
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
      const [was, is] = [before.get(name), after.get(name)];
      if (!was) return [`${where}, ${name}: expected nothing, got ${is!.box.join(' ')}`];
      if (!is) return [`${where}, ${name}: expected ${was.box.join(' ')}, got nothing`];
      return compareParts(was, is).map((difference) => `${where}, ${name}: ${difference}`);
    });
  });
}

function compareParts(expected: DrawnPart, got: DrawnPart): string[] {
  const isOff = expected.box.some((value, index) => Math.abs(value - got.box[index]!) > tolerance);
  return [
    ...(isOff ? [`expected the box ${expected.box.join(' ')}, got ${got.box.join(' ')}`] : []),
    ...(expected.paint === got.paint
      ? []
      : [`expected ${unlike(expected.paint, got.paint)}, got ${unlike(got.paint, expected.paint)}`]),
  ];
}

/** Of a paint, what the other has not. */
function unlike(paint: string, other: string): string {
  const told = other.split('; ');
  return (
    paint
      .split('; ')
      .filter((each) => !told.includes(each))
      .join('; ') || 'nothing of that'
  );
}

/** One line for each part and the views in which it looks the same, so that a change is read line by line. */
export function writeLook(look: Look): string {
  const paints = [...new Set(Object.values(look).flatMap((parts) => parts.map(({ paint }) => paint)))];
  const views = Object.entries(look).map(([view, parts]) => {
    const lines = parts.map(({ name, box, paint }) => JSON.stringify([name, ...box, paints.indexOf(paint)]));
    return `${JSON.stringify(view)}:[\n${lines.join(',\n')}\n]`;
  });
  return `{"paints":[\n${paints.map((paint) => JSON.stringify(paint)).join(',\n')}\n],\n"views":{${views.join(',\n')}}}\n`;
}

export function readLook(text: string): Look {
  const { paints, views } = JSON.parse(text) as WrittenLook;
  return Object.fromEntries(
    Object.entries(views).map(([view, parts]) => [
      view,
      parts.map(([name, left, top, width, height, paint]) => ({
        name,
        box: [left, top, width, height] as const,
        paint: paints[paint] ?? '',
      })),
    ]),
  );
}

interface WrittenLook {
  readonly paints: readonly string[];
  readonly views: Readonly<Record<string, readonly (readonly [string, number, number, number, number, number])[]>>;
}
