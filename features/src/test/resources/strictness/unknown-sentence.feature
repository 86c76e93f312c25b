Feature: A sentence that means nothing yet

  Example: Nobody has said what it means
    Given that the moon is made of cheese

  Example: Somebody has said only that it will mean something
    Given that it will mean something one day
