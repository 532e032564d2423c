import type { sessions as english } from '../en/sessions.ts'
import type { TranslationOf } from '../translation.ts'

export const sessions: TranslationOf<typeof english> = {
  title: 'Tes sessions ouvertes',
  lead: 'Tous les appareils sur lesquels ta session est ouverte. Si tu ne reconnais pas un appareil, mets fin à sa session et change ton mot de passe.',
  current: 'Cet appareil',
  facts: 'Activité : {{when}} · Connexion le {{day}}',
  from: 'Depuis {{ip}}',
  end: 'Mettre fin',
  endLabel: 'Mettre fin à la session sur {{device}}',
  ended: 'La session sur {{device}} a pris fin',
  endOthers: 'Mettre fin aux autres',
  othersTitle: 'Mettre fin à toutes les autres sessions ?',
  othersText:
    'Tous les autres appareils sont déconnectés aussitôt et devront se reconnecter. Celui-ci reste connecté.',
  othersEnded_one: 'Une session a pris fin',
  othersEnded_other: '{{count}} sessions ont pris fin',
  alone: 'Aucune autre session n’est ouverte.',
}
