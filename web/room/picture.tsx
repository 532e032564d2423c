import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core'
import { useFullscreenDocument } from '@mantine/hooks'
import { IconMaximize, IconMinimize, IconPlayerPlay, IconVolume, IconVolumeOff } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '../shell/links.tsx'
import { useAwake } from './awake.ts'
import { MessageButton } from './message-button.tsx'
import { usePictureWords } from './picture-words.ts'
import classes from './room.module.css'
import { ShareButton } from './share-button.tsx'
import { usePicture } from './use-picture.ts'
import { type Sound, useSound } from './use-sound.ts'
import { useWatched } from './watched.ts'

/** What the host shows; where there is nothing to see, a sentence says why. */
export function Picture() {
  const { t } = useTranslation('live')
  const { show } = useWatched()
  const screen = useRef<HTMLVideoElement>(null)
  const state = usePicture(screen, show)
  const sound = useSound(screen)
  const words = usePictureWords(show, state)
  useAwake(show.state === 'live')
  const follow = (video: HTMLVideoElement) => {
    video.toggleAttribute('data-tall', video.videoHeight > video.videoWidth)
    sound.play()
  }
  const cover = show.cover && words && { backgroundImage: `url("${show.cover.url}")` }
  return (
    <section className={classes.picture} aria-label={t('picture.name')} {...(cover && { style: cover })}>
      <video
        ref={screen}
        className={classes.screen}
        autoPlay
        playsInline
        muted
        onLoadedMetadata={({ currentTarget }) => follow(currentTarget)}
        onResize={({ currentTarget }) => follow(currentTarget)}
      />
      <Stack align="center" gap="xs" className={classes.said}>
        <Text role="status" {...(words && { className: classes.note })}>
          {words}
        </Text>
        {(show.state === 'ended' || show.state === 'cancelled') && (
          <LinkButton to="/shops/$username" params={{ username: show.shop.username }}>
            {t('picture.toShop')}
          </LinkButton>
        )}
      </Stack>
      {state === 'playing' && <SoundFirst sound={sound} />}
      <PictureButtons sound={sound} isPlaying={state === 'playing'} />
    </section>
  )
}

/** Nobody looks for a small sign while a host is talking without a sound. */
function SoundFirst({ sound }: { sound: Sound }) {
  const { t } = useTranslation('live')
  if (sound.isWaiting) {
    return (
      <Button
        className={classes.sound}
        leftSection={<IconPlayerPlay size="1.125rem" aria-hidden />}
        onClick={sound.play}
      >
        {t('picture.play')}
      </Button>
    )
  }
  return (
    sound.isMuted && (
      <Button
        className={classes.sound}
        leftSection={<IconVolumeOff size="1.125rem" aria-hidden />}
        onClick={sound.toggle}
      >
        {t('picture.sound')}
      </Button>
    )
  )
}

function PictureButtons({ sound, isPlaying }: { sound: Sound; isPlaying: boolean }) {
  const { t } = useTranslation('live')
  const { fullscreen, toggle } = useFullscreenDocument()
  return (
    <Group gap={4} wrap="nowrap" className={classes.buttons}>
      {isPlaying && !sound.isMuted && (
        <ActionIcon aria-label={t('picture.mute')} onClick={sound.toggle}>
          <IconVolume aria-hidden />
        </ActionIcon>
      )}
      <MessageButton hiddenFrom="md" />
      <ShareButton hiddenFrom="md" />
      {document.fullscreenEnabled && (
        <ActionIcon aria-label={t(fullscreen ? 'picture.window' : 'picture.full')} onClick={toggle}>
          {fullscreen ? <IconMinimize aria-hidden /> : <IconMaximize aria-hidden />}
        </ActionIcon>
      )}
    </Group>
  )
}
