import { Anchor, Text } from '@mantine/core'
import { splitLinks } from './split-links.ts'

/**
 * The text of a message with its line breaks. Web addresses become links with the address as their text; there is no
 * other markup.
 */
export function LinkedText({ text }: { text: string }) {
  return (
    <Text size="sm" component="div" className="stagedoor-lines stagedoor-breaks">
      {splitLinks(text).map((piece, place) =>
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
