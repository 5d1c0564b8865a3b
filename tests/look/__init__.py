"""`make look`: every exercise of the built book, before and after it was answered, laid into a few pictures to look at.

In edition 0.1 three pictures were drawn wrong while two thousand tests passed: nobody had looked at those exercises
after they were answered.
"""
