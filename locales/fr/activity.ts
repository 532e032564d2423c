import type { activity as english } from '../en/activity.ts'
import type { Same } from '../same.ts'

export const activity: Same<typeof english> = {
  title: 'Activité',
  lead: 'Tout ce qui a été fait pour ce compte : qui, quoi, quand et d’où. Rien ici ne peut être modifié ni supprimé.',
  csv: 'Télécharger en CSV',
  csvName: 'activite.csv',
  filters: {
    label: 'Filtres',
    person: 'Personne',
    anyone: 'Tout le monde',
    area: 'Domaine',
    anything: 'Tout',
    from: 'Du',
    to: 'Au',
    anyDay: 'N’importe quand',
    clear: 'Effacer les filtres',
  },
  areas: { team: 'Équipe', account: 'Compte', inventory: 'Inventaire', door: 'Essais refusés' },
  columns: { when: 'Quand', what: 'Quoi', from: 'D’où' },
  refused: 'Refusé',
  empty: {
    title: 'Rien pour le moment',
    text: 'Invitations, changements de rôle, mouvements de stock : tout est noté ici dès que cela arrive.',
  },
  nothing: {
    title: 'Rien ne correspond à ces filtres',
    text: 'Choisis une période plus longue ou une autre personne.',
  },
  noEnd: 'sans fin',
  someone: 'quelqu’un',
  acts: {
    other: '<b>{{person}}</b> a fait quelque chose que cette page ne sait pas encore dire ({{act}})',
    team: {
      invited: '<b>{{person}}</b> a invité {{subject}} avec le rôle {{role}}',
      invitation_resent: '<b>{{person}}</b> a renvoyé l’invitation pour {{subject}}',
      invitation_cancelled: '<b>{{person}}</b> a annulé l’invitation pour {{subject}}',
      invitation_role_changed: '<b>{{person}}</b> a changé l’invitation pour {{subject}} : {{from}} → {{to}}',
      link_copied: '<b>{{person}}</b> a copié le lien de l’invitation pour {{subject}}',
      joined: '<b>{{person}}</b> a rejoint l’équipe avec le rôle {{role}}',
      declined: '<b>{{person}}</b> a refusé l’invitation',
      role_changed: '<b>{{person}}</b> a changé le rôle de {{subject}} : {{from}} → {{to}}',
      end_changed: '<b>{{person}}</b> a changé la fin de l’accès de {{subject}} : {{from}} → {{to}}',
      removed: '<b>{{person}}</b> a supprimé l’accès de {{subject}}',
      left: '<b>{{person}}</b> a quitté l’équipe',
      access_ended: 'L’accès de <b>{{subject}}</b> a pris fin au jour prévu',
    },
    account: {
      renamed: '<b>{{person}}</b> a changé le nom du compte : « {{from}} » → « {{to}} »',
      username_changed: '<b>{{person}}</b> a changé le nom d’utilisateur : @{{from}} → @{{to}}',
      password_changed: '<b>{{person}}</b> a changé le mot de passe',
      closed: '<b>{{person}}</b> a demandé la suppression du compte',
      restored: '<b>{{person}}</b> a annulé la suppression du compte',
      transferred:
        'Le compte a été transféré de <b>{{from}}</b> à <b>{{to}}</b> par la personne qui gère la plateforme',
    },
    inventory: {
      created: '<b>{{person}}</b> a créé « {{subject}} »',
      edited: '<b>{{person}}</b> a modifié « {{subject}} »',
      stock_moved: '<b>{{person}}</b> a changé le stock de « {{subject}} » : {{quantity}} ({{reason}})',
      archived: '<b>{{person}}</b> a archivé « {{subject}} »',
      restored: '<b>{{person}}</b> a sorti « {{subject}} » des archives',
    },
    door: {
      refused:
        '<b>{{person}}</b> a essayé quelque chose qui demande « {{permission}} », et cela a été refusé',
    },
  },
}
