import type { mails as english } from '../en/mails.ts'
import type { TranslationOf } from '../translation.ts'

export const mails: TranslationOf<typeof english> = {
  footer: 'Stagedoor t’envoie cet e-mail à cause d’une action qui concerne ton adresse.',
  link: 'Si le bouton ne fonctionne pas, ouvre cette adresse :',
  confirm: {
    subject: 'Confirme ton adresse e-mail',
    text: 'Bonjour {{name}},\n\nun clic confirme que cette adresse est la tienne et ouvre ton compte sur Stagedoor. Le lien est valable 24 heures.\n\nSi tu ne t’es pas inscrit, ignore cet e-mail : sans ce clic, il n’y a pas de compte.',
    action: 'Confirmer l’adresse',
  },
  signed_up_again: {
    subject: 'Tu as déjà un identifiant',
    text: 'Bonjour {{name}},\n\nquelqu’un, sans doute toi, a voulu s’inscrire sur Stagedoor avec cette adresse. Un identifiant existe déjà pour cette adresse. Si tu as oublié le mot de passe, tu peux en choisir un nouveau.\n\nSi ce n’était pas toi, il n’y a rien à faire : rien n’a été changé.',
    action: 'Se connecter',
  },
  reset: {
    subject: 'Choisis un nouveau mot de passe',
    text: 'Bonjour {{name}},\n\nle bouton mène à une page où tu choisis un nouveau mot de passe. Il fonctionne pendant une heure, une seule fois. Toutes tes sessions prendront alors fin.\n\nSi tu n’as rien demandé, ignore cet e-mail : ton mot de passe reste le même.',
    action: 'Choisir un nouveau mot de passe',
  },
  password_changed: {
    subject: 'Ton mot de passe a été changé',
    text: 'Bonjour {{name}},\n\nton mot de passe Stagedoor vient d’être changé, et tes autres sessions ont pris fin.\n\nSi ce n’était pas toi, choisis tout de suite un nouveau mot de passe.',
    action: 'Choisir un nouveau mot de passe',
  },
  new_sign_in: {
    subject: 'Nouvelle connexion : {{device}}',
    text: 'Bonjour {{name}},\n\nquelqu’un s’est connecté en ton nom depuis un appareil que nous ne connaissions pas : {{device}}, adresse {{ip}}.\n\nSi c’était toi, il n’y a rien à faire. Sinon, mets fin à cette session et choisis un nouveau mot de passe.',
    action: 'Voir tes sessions ouvertes',
  },
  invitation: {
    subject: '{{inviter}} t’invite à rejoindre {{account}}',
    text: 'Bonjour,\n\n{{inviter}} t’invite à rejoindre l’équipe de {{account}} sur Stagedoor en tant que {{role}}. {{purpose}}\n\nTu te connectes en ton propre nom, avec ton propre mot de passe. Le lien est valable jusqu’au {{until}}, et seulement pour {{email}}.\n\nSi tu ne connais pas {{inviter}}, ignore cet e-mail ou refuse.',
    action: 'Voir l’invitation',
  },
  accepted: {
    subject: '{{name}} a rejoint {{account}}',
    text: 'Bonjour,\n\n{{name}} ({{email}}) a accepté ton invitation et a désormais le rôle {{role}} pour {{account}}.',
    action: 'Voir l’équipe',
  },
  declined: {
    subject: '{{email}} a refusé ton invitation',
    text: 'Bonjour,\n\n{{email}} a refusé ton invitation à rejoindre {{account}} en tant que {{role}}.',
    action: 'Voir l’équipe',
  },
  access_asked: {
    subject: '{{name}} demande plus d’accès à {{account}}',
    text: 'Bonjour,\n\n{{name}} a le rôle {{role}} pour {{account}} et demande « {{permission}} » : {{can}}. Si tu es d’accord, donne-lui un rôle qui le comprend.',
    action: 'Voir l’équipe',
  },
  access_changed: {
    subject: 'Ton rôle pour {{account}} est désormais {{role}}',
    text: 'Bonjour {{name}},\n\n{{actor}} a changé ton rôle pour {{account}} : {{before}} devient {{role}}, dès maintenant.',
    action: 'Aller à {{account}}',
  },
  access_until: {
    subject: 'Ton accès à {{account}} a une nouvelle date de fin',
    text: 'Bonjour {{name}},\n\n{{actor}} a fixé la fin de ton accès à {{account}} au {{until}}.',
    action: 'Aller à {{account}}',
  },
  access_unlimited: {
    subject: 'Ton accès à {{account}} n’a plus de date de fin',
    text: 'Bonjour {{name}},\n\n{{actor}} a supprimé la date de fin de ton accès à {{account}}.',
    action: 'Aller à {{account}}',
  },
  access_removed: {
    subject: 'Ton accès à {{account}} a été supprimé',
    text: 'Bonjour {{name}},\n\n{{actor}} a supprimé ton accès à {{account}}. Ta propre connexion et tes autres comptes ne changent pas.',
    action: 'Aller à tes comptes',
  },
  access_ended: {
    subject: 'Ton accès à {{account}} a pris fin',
    text: 'Bonjour {{name}},\n\nton accès à {{account}} a pris fin à la date convenue. Ta propre connexion et tes autres comptes ne changent pas.',
    action: 'Aller à tes comptes',
  },
  payout_details_changed: {
    subject: 'Les versements de {{account}} vont vers un autre compte bancaire',
    text: 'Bonjour {{name}},\n\nle compte bancaire où vont les versements de {{account}} vient d’être modifié, avec ton mot de passe.\n\nSi ce n’était pas toi, choisis tout de suite un nouveau mot de passe et vérifie où vont tes versements.',
    action: 'Voir où vont les versements',
  },
  payout_details_removed: {
    subject: 'Le compte bancaire de {{account}} a été supprimé',
    text: 'Bonjour {{name}},\n\nle compte bancaire où allaient les versements de {{account}} vient d’être supprimé, avec ton mot de passe. Rien ne peut être versé tant que tu n’en indiques pas un autre.\n\nSi ce n’était pas toi, choisis tout de suite un nouveau mot de passe.',
    action: 'Voir où vont les versements',
  },
  closing: {
    subject: '{{account}} sera supprimé le {{until}}',
    text: 'Bonjour {{name}},\n\ntu as demandé la suppression de {{account}}. Son équipe n’y a plus accès. Jusqu’au {{until}}, tu peux revenir en arrière ; ensuite, le compte est effacé pour de bon.',
    action: 'Annuler la suppression',
  },
  order_paid: {
    subject: 'Ta commande {{code}} chez {{shop}}',
    text: 'Bonjour {{name}},\n\nta commande {{code}} chez {{shop}} pour {{account}} est payée, avec {{method}}.\n\n{{items}}\n\nArticles : {{itemsTotal}}\nLivraison : {{shipping}}\nTotal : {{total}}\n\nElle sera envoyée à cette adresse : {{address}}.',
    action: 'Voir l’achat',
  },
  order_paid_by: {
    subject: '{{person}} a acheté chez {{shop}} pour {{account}} : commande {{code}}',
    text: 'Bonjour {{name}},\n\n{{person}} a acheté chez {{shop}} pour {{account}}. La commande {{code}} est payée, avec {{method}}.\n\n{{items}}\n\nArticles : {{itemsTotal}}\nLivraison : {{shipping}}\nTotal : {{total}}\n\nElle sera envoyée à cette adresse : {{address}}.',
    action: 'Voir l’achat',
  },
  show_began: {
    subject: '{{shop}} est en live : {{show}}',
    text: 'Bonjour {{name}},\n\n« {{show}} » de {{shop}} a commencé. Tu l’avais mis en favori : c’est par ici.',
    action: 'Regarder le livestream',
  },
  refunded: {
    subject: '{{shop}} a remboursé {{amount}} de la commande {{code}}',
    text: 'Bonjour {{name}},\n\n{{shop}} a remboursé {{amount}} de la commande {{code}}, que {{account}} a payée {{total}}. L’argent retourne sur {{method}} ; ta banque peut mettre quelques jours à l’afficher.',
    action: 'Voir l’achat',
  },
  waiting_messages: {
    subject: '{{buyer}} attend une réponse de {{account}}',
    text: 'Bonjour {{name}},\n\n{{buyer}} a écrit à {{account}}, et personne de l’équipe ne l’a lu depuis quelques minutes.\n\nTu choisis dans tes paramètres ce qui t’est envoyé par e-mail.',
    action: 'Lire et répondre',
  },
  waiting_replies: {
    subject: '{{shop}} a répondu à {{account}}',
    text: 'Bonjour {{name}},\n\n{{shop}} a répondu à ce que {{account}} a écrit, et personne ne l’a encore lu.\n\nTu choisis dans tes paramètres ce qui t’est envoyé par e-mail.',
    action: 'Lire la réponse',
  },
  waiting_cancellations: {
    subject: '{{buyer}} demande l’annulation de la commande {{code}}',
    text: 'Bonjour {{name}},\n\n{{buyer}} a demandé à {{account}} d’annuler la commande {{code}}, et attend une réponse. Sans réponse dans les 48 heures qui suivent la demande, la vente reste valable.\n\nTu choisis dans tes paramètres ce qui t’est envoyé par e-mail.',
    action: 'Voir la demande',
  },
}
