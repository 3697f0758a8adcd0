"""Problems: faults in content as values, and the rules that name them. Imports nothing of ours."""

from plugins.bulletin.problems.problem import Edit, Place, Problem, Rule, Severity, Words

__all__ = ["Edit", "Place", "Problem", "Rule", "Severity", "Words"]
