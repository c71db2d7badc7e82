# Chaque équipe écrit sous son préfixe, et nulle part ailleurs.
locals {
  teams = ["atlas", "borealis", "platform"]
}

resource "vault_policy" "team" {
  for_each = toset(local.teams)

  name   = "team-${each.key}"
  policy = <<-EOT
    path "kv/data/${each.key}/*" {
      capabilities = ["create", "read", "update"]
    }
    path "kv/metadata/${each.key}/*" {
      capabilities = ["read", "list"]
    }
  EOT
}
