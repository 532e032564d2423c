import type { moderation as english } from '../en/moderation.ts'
import type { TranslationOf } from '../translation.ts'

export const moderation: TranslationOf<typeof english> = {
  title: 'Modérer le chat',
  slow: 'Mode lent',
  slowHint: 'À quel rythme une personne peut écrire dans ce livestream.',
  fast: 'Désactivé',
  every_one: 'Chaque seconde',
  every_other: 'Toutes les {{count}} secondes',
  words: 'Mots interdits',
  wordsHint:
    'Un message qui en contient un est refusé, dans tous tes livestreams. La touche Entrée ajoute un mot.',
  team: {
    access_ended: 'L’accès de {{name}} a pris fin ; la diffusion s’est arrêtée.',
    emergency: '{{name}} a fait un arrêt d’urgence.',
    lost: 'Plus rien n’a été reçu de l’appareil de {{name}} ; le livestream est en pause.',
  },
  ban: {
    mute: 'Rendre {{name}} muet',
    block: 'Bloquer {{name}}',
    muteTitle: 'Rendre {{name}} muet ?',
    muteText:
      '{{name}} peut regarder et enchérir, mais ne peut plus écrire dans ce livestream pendant un certain temps, et sait jusqu’à quand.',
    blockTitle: 'Bloquer {{name}} ?',
    blockText:
      '{{name}} ne peut plus ni écrire, ni enchérir, ni acheter dans aucun de tes livestreams, jusqu’à ce que quelqu’un de l’équipe lève le blocage.',
    wrote: 'Son message : « {{text}} »',
    minutes: 'Pour combien de temps',
    for: { five: '5 minutes', thirty: '30 minutes', hour: 'Une heure', day: 'Un jour' },
    isMuted: '{{name}} ne peut plus écrire',
    isBlocked: '{{name}} ne peut plus ni écrire ni enchérir',
    title: 'Muets et bloqués',
    none: 'Personne',
    muted: '{{name}} : muet jusqu’au {{time}}, par {{by}}',
    blocked: '{{name}} : bloqué par {{by}}',
    lift: 'Lever',
    liftOf: 'Lever pour {{name}}',
  },
}
