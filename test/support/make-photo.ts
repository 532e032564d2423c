import sharp from 'sharp'

type Picture = { width?: number; height?: number; format?: 'png' | 'jpeg' | 'webp' | 'avif' }

/** A photo of one colour. */
export const makePhoto = ({ width = 40, height = 30, format = 'png' }: Picture = {}): Promise<Buffer> =>
  sharp({
    create: { width, height, channels: 3, background: '#c67a00' },
    limitInputPixels: false,
  })
    .toFormat(format)
    .toBuffer()
