"""Whose figure is it? Companies are inherited: clause, sentence, running topic of the paragraph, headline and lead."""

from __future__ import annotations

from kennzahl.reading.companies.ownership import CompanyContext, company_for, respective, row_of

__all__ = ["CompanyContext", "company_for", "respective", "row_of"]
