"""Protokollkontroll: what minutes deviate from, each check with its rule, source and severity.

``registry.CHECKS`` lists them by number; ``run.findings`` runs those of a body's regime. A finding
reports and leads to its place; it stops nothing and never says that a decision is invalid.
"""
