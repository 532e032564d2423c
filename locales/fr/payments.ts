import type { payments as english } from '../en/payments.ts'
import type { TranslationOf } from '../translation.ts'

export const payments: TranslationOf<typeof english> = {
  title: 'Moyens de paiement',
  lead: 'Les moyens de paiement de {{account}}. Toi seul peux en ajouter et en supprimer ; les personnes qui ont « {{permission}} » choisissent l’un d’eux pour acheter.',
  connect: 'Ajouter une carte',
  empty: {
    title: 'Aucun moyen de paiement pour le moment',
    text: 'Ajoute une carte, et {{account}} pourra acheter dans d’autres boutiques.',
  },
  expires: 'Expire en {{month}}/{{year}}',
  expired: 'Expirée depuis {{month}}/{{year}}',
  preferred: 'Préféré',
  menu: 'Plus pour {{card}}',
  prefer: 'Préférer',
  isPreferred: '{{card}} est proposée en premier',
  remove: 'Supprimer',
  removeTitle: 'Supprimer {{card}} ?',
  removeText:
    'Plus personne ne pourra payer avec elle pour {{account}}. Les achats faits avec elle restent tels quels, et les remboursements lui parviennent toujours. Pour t’en resservir, ajoute-la à nouveau.',
  removed: '{{card}} est supprimée',
  form: {
    title: 'Ajouter une carte',
    stored:
      'Le numéro est transmis au prestataire de paiement. Il n’est pas conservé ici : seuls la marque, les quatre derniers chiffres et la date d’expiration le sont.',
    number: 'Numéro de carte',
    numberWrong: 'Saisis les 12 à 19 chiffres de la carte',
    expiry: 'Expire (MM / AA)',
    expiryWrong: 'Saisis le mois et l’année, par exemple 04/29',
    expiryPast: 'Cette carte a expiré',
    cvc: 'Code de sécurité',
    cvcHint: '3 chiffres au dos ; 4 devant sur American Express',
    cvcWrong: 'Saisis 3 ou 4 chiffres',
    submit: 'Ajouter',
    done: '{{card}} est ajoutée',
  },
  sandbox: {
    title: 'Cartes d’essai',
    text: 'Les paiements passent par le bac à sable : aucun argent ne circule, et seuls ces numéros marchent, avec n’importe quelle date d’expiration à venir et n’importe quel code.',
    use: 'Utiliser {{number}}',
    cards: {
      ok: 'Paie',
      confirm: 'La banque demande une confirmation',
      confirmDeclined: 'La banque demande une confirmation, puis refuse : pas assez d’argent',
      declined: 'S’ajoute, mais est refusée au moment de payer',
      refused: 'Refusée aussitôt',
      insufficient: 'Refusée aussitôt : pas assez d’argent',
      expired: 'Refusée aussitôt : expirée',
      cvc: 'Refusée aussitôt : mauvais code de sécurité',
      error: 'Refusée aussitôt : la banque est injoignable',
    },
  },
}
