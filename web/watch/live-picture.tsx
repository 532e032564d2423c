import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core'
import { useFullscreenDocument } from '@mantine/hooks'
import { IconMaximize, IconMinimize, IconPlayerPlay, IconVolume, IconVolumeOff } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '../ui/links.tsx'
import { MessageShowButton } from './message-show-button.tsx'
import { ShareShowButton } from './share-show-button.tsx'
import { useLivePicture } from './use-live-picture.ts'
import { usePictureText } from './use-picture-text.ts'
import { type Sound, useSound } from './use-sound.ts'
import { useWakeLock } from './use-wake-lock.ts'
import classes from './watch.module.css'
import { useWatchContext } from './watch-context.ts'

/** The show's video, or a sentence about why there is none. */
export function LivePicture() {
  const { t } = useTranslation('watch')
  const { show } = useWatchContext()
  const screen = useRef<HTMLVideoElement>(null)
  const state = useLivePicture(screen, show)
  const sound = useSound(screen)
  const words = usePictureText(show, state)
  useWakeLock(show.status === 'live')
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
        {(show.status === 'ended' || show.status === 'cancelled') && (
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

/** A large button for turning the sound on, since a small icon would be overlooked. */
function SoundFirst({ sound }: { sound: Sound }) {
  const { t } = useTranslation('watch')
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
  const { t } = useTranslation('watch')
  const { fullscreen, toggle } = useFullscreenDocument()
  return (
    <Group gap={4} wrap="nowrap" className={classes.buttons}>
      {isPlaying && !sound.isMuted && (
        <ActionIcon aria-label={t('picture.mute')} onClick={sound.toggle}>
          <IconVolume aria-hidden />
        </ActionIcon>
      )}
      <MessageShowButton hiddenFrom="md" />
      <ShareShowButton hiddenFrom="md" />
      {document.fullscreenEnabled && (
        <ActionIcon aria-label={t(fullscreen ? 'picture.window' : 'picture.full')} onClick={toggle}>
          {fullscreen ? <IconMinimize aria-hidden /> : <IconMaximize aria-hidden />}
        </ActionIcon>
      )}
    </Group>
  )
}
