import sharp from 'sharp'

/* Draws the photos of the demo's products: an object on a background, in the shop's colours. */
const grounds = ['#f3ede2', '#e7ebe4', '#efe4dd', '#e3e7ee', '#f1e8d3', '#e9e2ea']
const inks = ['#3f4a5a', '#7a4f2e', '#2f5d50', '#8c3b3b', '#49426b', '#b07a2a']

/** The drawing for each word in a title. */
const drawings: [RegExp, (ink: string) => string][] = [
  [
    /jacket|shirt/i,
    (ink) =>
      `<path d="M300 240l100-50q100 60 200 0l100 50 90 190-100 50-40-80v420H350V400l-40 80-100-50z" fill="${ink}"/>
       <path d="M500 230v590" stroke="#fff" stroke-opacity=".35" stroke-width="6"/>`,
  ],
  [
    /belt/i,
    (ink) =>
      `<path d="M120 560q380-220 760 0" fill="none" stroke="${ink}" stroke-width="70" stroke-linecap="round"/>
       <rect x="440" y="395" width="120" height="110" rx="14" fill="none" stroke="#c9a14a" stroke-width="18"/>`,
  ],
  [
    /scarf/i,
    (ink) =>
      `<path d="M250 220l500 120-120 460-480-160z" fill="${ink}"/>
       <path d="M310 280l380 90-90 350-360-120z" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="10"/>`,
  ],
  [
    /bear/i,
    (ink) =>
      `<g fill="${ink}"><circle cx="370" cy="300" r="70"/><circle cx="630" cy="300" r="70"/>
       <circle cx="500" cy="400" r="170"/><ellipse cx="500" cy="690" rx="210" ry="190"/></g>
       <g fill="#fff" fill-opacity=".85"><ellipse cx="500" cy="450" rx="70" ry="55"/><circle cx="440" cy="370" r="14"/><circle cx="560" cy="370" r="14"/></g>`,
  ],
  [
    /plate/i,
    (ink) =>
      `<circle cx="500" cy="520" r="320" fill="${ink}"/><g fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="16">
       <circle cx="500" cy="520" r="270"/><circle cx="500" cy="520" r="180"/></g><circle cx="500" cy="520" r="60" fill="#fff" fill-opacity=".8"/>`,
  ],
  [
    /bowl/i,
    (ink) =>
      `<path d="M210 430h580q-10 380-290 390t-290-390z" fill="${ink}"/><ellipse cx="500" cy="430" rx="290" ry="70" fill="${ink}"/>
       <ellipse cx="500" cy="432" rx="262" ry="54" fill="#fff" fill-opacity=".45"/>`,
  ],
  [
    /card/i,
    (ink) =>
      `<g transform="rotate(-8 500 500)"><rect x="330" y="240" width="340" height="480" rx="24" fill="${ink}"/>
       <rect x="370" y="290" width="260" height="220" rx="12" fill="#fff" fill-opacity=".8"/></g>`,
  ],
  [
    /fern|plant/i,
    (ink) =>
      `<path d="M390 620h220l-30 220H420z" fill="#c8d6d9"/><path d="M500 620C470 430 380 330 270 300M500 620c0-200 20-330 10-440M500 620c40-190 130-280 240-310" stroke="${ink}" stroke-width="26" fill="none" stroke-linecap="round"/>`,
  ],
  [
    /./,
    (ink) =>
      `<rect x="260" y="320" width="480" height="400" rx="20" fill="${ink}"/>
       <path d="M260 440h480M500 320v400" stroke="#fff" stroke-opacity=".6" stroke-width="24"/>`,
  ],
]

/** A photo of a product, as a JPEG. @param view 0 is the first; the others are closer */
export async function drawProductPhoto(title: string, view = 0): Promise<Buffer> {
  const seed = [...title].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)
  const ink = inks[seed % inks.length] as string
  const scale = 1 + view * 0.35
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000" width="1200" height="1200">
    <rect width="1000" height="1000" fill="${grounds[(seed + view) % grounds.length]}"/>
    <ellipse cx="500" cy="850" rx="300" ry="36" fill="#000" fill-opacity=".08"/>
    <g transform="translate(500 500) scale(${scale}) translate(-500 -500)">${drawn(title, ink)}</g></svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 88 }).toBuffer()
}

/**
 * A show's cover, as a JPEG: some of its products under a stage light. @param things up to three words that are drawn
 */
export async function drawCoverPhoto(things: string[]): Promise<Buffer> {
  const inks = ['#c8743a', '#f1e3c8', '#8fb3a0']
  const places = [60, 480, 900].slice(0, things.length)
  const shift = (1600 - 640 - 60 - (places.at(-1) ?? 0)) / 2
  const all = things.map(
    (thing, nth) =>
      `<g transform="translate(${(places[nth] ?? 0) + shift} 190) scale(.64)">${drawn(thing, inks[nth] as string)}</g>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900" width="1600" height="900">
    <defs><radialGradient id="light" cx=".5" cy=".35" r=".75"><stop stop-color="#b06d0c"/><stop offset=".55" stop-color="#4a2f0c"/>
    <stop offset="1" stop-color="#14110d"/></radialGradient></defs>
    <rect width="1600" height="900" fill="url(#light)"/><path d="M560-20h120l460 920H120zM920-20h120l440 920H460z" fill="#ffd88f" fill-opacity=".07"/>
    <ellipse cx="800" cy="750" rx="640" ry="60" fill="#000" fill-opacity=".3"/>${all.join('')}</svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 88 }).toBuffer()
}

function drawn(title: string, ink: string): string {
  const [, draw] = drawings.find(([word]) => word.test(title)) as (typeof drawings)[number]
  return draw(ink)
}
