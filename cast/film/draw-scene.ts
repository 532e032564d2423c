/**
 * Draws a frame of the film: a turntable under a stage light, with a ceramic bear, plates and bowls. After one turn,
 * everything is where it began. This function runs in a page, so it uses only its parameters.
 * @param turn how far the table has turned, from 0 to 1
 */
export function drawScene(pen: CanvasRenderingContext2D, turn: number) {
  const [width, height] = [480, 640]
  const [middle, table] = [width / 2, 452]
  const whole = turn * 2 * Math.PI
  const glow = (x: number, y: number, radius: number, colours: string[], squeeze = 1) => {
    const light = pen.createRadialGradient(0, 0, 0, 0, 0, radius)
    colours.forEach((colour, nth) => {
      light.addColorStop(nth / (colours.length - 1), colour)
    })
    pen.save()
    pen.translate(x, y)
    pen.scale(1, squeeze)
    pen.fillStyle = light
    pen.fillRect(-radius, -radius, 2 * radius, 2 * radius)
    pen.restore()
  }
  const oval = (x: number, y: number, across: number, high: number, fill: string | CanvasGradient) => {
    pen.fillStyle = fill
    pen.beginPath()
    pen.ellipse(x, y, Math.max(0.1, across), Math.max(0.1, high), 0, 0, 7)
    pen.fill()
  }
  /** A glaze with light from the upper left. */
  const glaze = (radius: number, [bright, plain, deep]: [string, string, string]) => {
    const shine = pen.createRadialGradient(-radius * 0.4, -radius * 0.5, radius * 0.1, 0, 0, radius * 1.25)
    shine.addColorStop(0, bright)
    shine.addColorStop(0.5, plain)
    shine.addColorStop(1, deep)
    return shine
  }
  const ball = (x: number, y: number, across: number, high: number, colours: [string, string, string]) => {
    pen.save()
    pen.translate(x, y)
    oval(0, 0, across, high, glaze(Math.max(across, high), colours))
    pen.restore()
  }
  const cream: [string, string, string] = ['#fffaf0', '#ead9bd', '#8f6f4c']
  const clay: [string, string, string] = ['#f6c98f', '#c07a3c', '#5a3015']
  const celadon: [string, string, string] = ['#eef7ee', '#a3c2ac', '#48685a']
  const ink: [string, string, string] = ['#c7d2e4', '#5f7596', '#26324a']

  function house() {
    pen.fillStyle = '#121110'
    pen.fillRect(0, 0, width, height)
    const sway = Math.sin(whole) * 14
    glow(middle + sway, 250, 420, ['rgba(255,181,46,.40)', 'rgba(198,122,0,.16)', 'rgba(18,17,16,0)'])
    for (const [from, to, light] of [
      [90, middle - 40 + sway, 0.13],
      [390, middle + 40 - sway, 0.1],
    ] as const) {
      const beam = pen.createLinearGradient(from, 0, to, 470)
      beam.addColorStop(0, `rgba(255,216,143,${light * 2})`)
      beam.addColorStop(1, 'rgba(255,216,143,0)')
      pen.fillStyle = beam
      pen.beginPath()
      pen.moveTo(from - 16, -10)
      pen.lineTo(from + 16, -10)
      pen.lineTo(to + 190, 480)
      pen.lineTo(to - 190, 480)
      pen.fill()
    }
    glow(middle, 580, 330, ['rgba(255,181,46,.28)', 'rgba(18,17,16,0)'], 0.45)
  }

  function turntable() {
    oval(middle, table + 74, 214, 40, 'rgba(0,0,0,.45)')
    pen.fillStyle = '#3a2615'
    pen.fillRect(middle - 34, table + 30, 68, 70)
    oval(middle, table + 100, 92, 17, '#2b1b0e')
    oval(middle, table + 26, 206, 66, '#4b2f17')
    oval(middle, table + 12, 206, 66, '#7a4d25')
    pen.save()
    pen.beginPath()
    pen.ellipse(middle, table + 12, 206, 66, 0, 0, 7)
    pen.clip()
    glow(middle - 50, table - 4, 230, ['rgba(255,216,143,.85)', 'rgba(198,122,60,.15)'], 0.4)
    pen.strokeStyle = 'rgba(60,34,12,.35)'
    pen.lineWidth = 2
    for (let ring = 50; ring < 206; ring += 38) {
      pen.beginPath()
      pen.ellipse(middle, table + 12, ring, ring * 0.32, 0, 0, 7)
      pen.stroke()
    }
    for (let mark = 0; mark < 12; mark++) {
      const at = whole + (mark * Math.PI) / 6
      oval(middle + Math.cos(at) * 192, table + 12 + Math.sin(at) * 61, 5, 2, 'rgba(60,34,12,.55)')
    }
    pen.restore()
  }

  /** @param facing the direction in which the bear looks; 0: towards the viewer */
  function bear(facing: number) {
    const [side, front] = [Math.sin(facing), Math.cos(facing)]
    oval(0, 4, 80, 18, 'rgba(40,20,6,.5)')
    ball(-44, -6, 30, 22, cream)
    ball(44, -6, 30, 22, cream)
    ball(0, -66, 70, 76, cream)
    if (front > -0.2) ball(side * 30, -58, 44 * Math.max(0.2, front), 50, ['#fffdf8', '#f4e8d4', '#c9ad88'])
    else ball(-side * 40, -34, 20, 19, cream)
    for (const arm of [-1, 1]) ball(arm * 62 * Math.abs(front) + side * 26, -80, 21, 40, cream)
    pen.fillStyle = '#e39a1b'
    pen.beginPath()
    pen.ellipse(0, -132, 50, 15, 0, 0, 7)
    pen.fill()
    for (const ear of [-1, 1]) {
      ball(ear * 50 * Math.abs(front) + side * 8, -232, 25, 25, cream)
      if (front > 0) ball(ear * 50 * front + side * 14, -229, 14 * front, 14, clay)
    }
    ball(0, -184, 66, 60, cream)
    if (front < -0.15) return
    const look = side * 46
    ball(look, -168, 31 * Math.max(0.35, front), 25, ['#fffdf8', '#f8eedd', '#cfb48e'])
    oval(look + side * 14, -179, 11 * Math.max(0.4, front), 8, '#3b2413')
    for (const eye of [-1, 1]) {
      const x = side * 52 + eye * 27 * front
      if (Math.abs(x) > 62) continue
      oval(x, -200, 6.5 * Math.max(0.4, front), 7.5, '#2a1a0e')
      oval(x - 2, -203, 2, 2.4, '#fff')
    }
  }

  /** A plate on its stand, which is seen from its edge twice in a turn. */
  function plate(facing: number, colours: [string, string, string]) {
    const open = Math.max(0.09, Math.abs(Math.cos(facing)))
    oval(0, 3, 40, 9, 'rgba(40,20,6,.5)')
    ball(0, -4, 26, 8, clay)
    ball(0, -56, 54 * open, 54, colours)
    pen.strokeStyle = 'rgba(255,255,255,.5)'
    pen.lineWidth = 3
    for (const ring of [46, 30]) {
      pen.beginPath()
      pen.ellipse(0, -56, ring * open, ring, 0, 0, 7)
      pen.stroke()
    }
    if (Math.cos(facing) > 0) ball(0, -56, 13 * open, 13, clay)
  }

  function bowl(colours: [string, string, string]) {
    oval(0, 3, 42, 10, 'rgba(40,20,6,.5)')
    ball(0, -24, 44, 29, colours)
    oval(0, -40, 41, 12, '#3a2413')
    oval(0, -38, 37, 9, 'rgba(255,216,143,.28)')
  }

  function vase() {
    oval(0, 3, 30, 8, 'rgba(40,20,6,.5)')
    ball(0, -32, 31, 36, ink)
    ball(0, -72, 12, 22, ink)
    oval(0, -92, 15, 5, '#1c2536')
  }

  const around = [
    (facing: number) => plate(facing, celadon),
    () => bowl(clay),
    (facing: number) => plate(facing, ink),
    () => vase(),
    (facing: number) => plate(facing, cream),
    () => bowl(celadon),
  ].map((draw, nth) => ({ draw, at: whole + (nth * Math.PI) / 3, radius: 150 }))
  house()
  turntable()
  const things = [...around, { draw: () => bear(whole), at: whole, radius: 0 }]
  for (const { draw, at, radius } of things.toSorted(
    (one, other) => Math.sin(one.at) * one.radius - Math.sin(other.at) * other.radius,
  )) {
    const near = 1 + (Math.sin(at) * radius) / 640
    pen.save()
    pen.translate(middle + Math.cos(at) * radius, table + 10 + Math.sin(at) * radius * 0.31)
    pen.scale(near, near)
    draw(at - Math.PI / 2)
    pen.restore()
  }
  for (let grain = 0; grain < 26; grain++) {
    const rise = (turn * (1 + (grain % 2)) + grain * 0.381) % 1
    const x = ((grain * 97) % 440) + 20 + Math.sin(whole * (1 + (grain % 3)) + grain) * 12
    oval(x, 520 - rise * 460, 1.6, 1.6, `rgba(255,232,190,${Math.sin(rise * Math.PI) * 0.5})`)
  }
  pen.textAlign = 'center'
  pen.fillStyle = '#ffe9c2'
  pen.font = '600 30px "Instrument Sans", "DejaVu Sans", sans-serif'
  pen.fillText('Maison Ours', middle, 146)
  pen.fillStyle = '#ffb52e'
  pen.fillRect(middle - 24, 160, 48, 4)
}
