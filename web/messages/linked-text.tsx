import { Anchor, Text } from '@mantine/core'
import { piecesOf } from './links.ts'

/** What somebody wrote: its lines, and addresses of the web as links that say where they lead; nothing else. */
export function LinkedText({ text }: { text: string }) {
  return (
    <Text size="sm" component="div" className="stagedoor-lines stagedoor-breaks">
      {piecesOf(text).map((piece, place) =>
        piece.isLink ? (
          <Anchor
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change
            key={place}
            href={piece.text}
            target="_blank"
            rel="noopener noreferrer nofollow ugc"
            inherit
            underline="always"
          >
            {piece.text}
          </Anchor>
        ) : (
          piece.text
        ),
      )}
    </Text>
  )
}
