variable "sentry_dsn" {
  description = "Where errors of apps go"
  type        = string
  sensitive   = true
}

variable "smtp_password" {
  description = "Of the mail relay"
  type        = string
  sensitive   = true
}

variable "tides_token" {
  type      = string
  sensitive = true
}

variable "tides_key" {
  description = "Of the tables"
  type        = string
  sensitive   = true
}
