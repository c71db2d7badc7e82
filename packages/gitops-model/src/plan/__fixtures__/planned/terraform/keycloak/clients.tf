# One client per app that people sign in to.

resource "keycloak_openid_client" "journal" {
  realm_id            = data.keycloak_realm.edgit.id
  client_id           = "journal"
  access_type         = "CONFIDENTIAL"
  valid_redirect_uris = ["https://journal.exitthecloud.eu/auth/callback"] # as documented
}

resource "keycloak_openid_client" "notes" {
  realm_id                     = data.keycloak_realm.edgit.id
  client_id                    = "notes"
  access_type                  = "CONFIDENTIAL"
  standard_flow_enabled        = true
  implicit_flow_enabled        = false
  direct_access_grants_enabled = false
  service_accounts_enabled     = false
  full_scope_allowed           = false
  pkce_code_challenge_method   = "S256"
  valid_redirect_uris          = ["https://notes.exitthecloud.eu/oauth2/callback"]
  web_origins                  = ["https://notes.exitthecloud.eu"]
}

resource "keycloak_openid_group_membership_protocol_mapper" "notes" {
  realm_id   = data.keycloak_realm.edgit.id
  client_id  = keycloak_openid_client.notes.id
  name       = "groups"
  claim_name = "groups"
  full_path  = false
}

resource "vault_kv_secret_v2" "notes_oidc" {
  mount     = "kv"
  name      = "atlas/notes/oidc"
  data_json = jsonencode({
    client_id     = "notes"
    client_secret = keycloak_openid_client.notes.client_secret
    issuer        = "https://keycloak.exitthecloud.eu/realms/edgit"
  })
}
