"""Problems: faults in content as values, and the rules that name them. Imports nothing of ours."""

from plugins.bulletin.problems.problem import Place, Problem, Rule, Severity, Words

__all__ = ["Place", "Problem", "Rule", "Severity", "Words"]
