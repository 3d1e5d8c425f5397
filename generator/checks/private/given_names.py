"""Common first names in Britain, by which a name is known in a sentence.

Those that are words, months, flowers or towns as well ("Will", "May", "Lincoln") are left out: they
would be found where nobody is named. From the Office for National Statistics' lists of names.
"""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    (
        "Aaron", "Abdul", "Abigail", "Adam", "Adele", "Adrian", "Agnes", "Ahmed", "Aisha", "Alan",
        "Alastair", "Albert", "Alex", "Alexander", "Alexandra", "Alfie", "Alice", "Alicia",
        "Alison", "Amanda", "Amara", "Amelia", "Amina", "Amir", "Amit", "Amy", "Andrea", "Andrew",
        "Angela", "Angus", "Anita", "Ann", "Anna", "Anne", "Annette", "Anthony", "Antonia", "Anwar",
        "Archie", "Arjun", "Arthur", "Asha", "Audrey", "Barbara", "Barry", "Beatrice", "Becky",
        "Belinda", "Ben", "Benjamin", "Bernadette", "Bernard", "Beth", "Bethany", "Beverley",
        "Brian", "Bridget", "Bronwen", "Bruce", "Callum", "Cameron", "Carl", "Carla", "Carly",
        "Carol", "Caroline", "Catherine", "Cathy", "Ceri", "Chloe", "Chris", "Christina",
        "Christine", "Christopher", "Ciaran", "Claire", "Clare", "Clive", "Colin", "Connor",
        "Courtney", "Craig", "Damian", "Daniel", "Danielle", "Darren", "Dave", "David", "Dean",
        "Debbie", "Deborah", "Deepak", "Denise", "Dennis", "Derek", "Diane", "Dominic", "Donald",
        "Donna", "Dorothy", "Douglas", "Duncan", "Dylan", "Edward", "Eileen", "Elaine", "Eleanor",
        "Elena", "Elizabeth", "Ella", "Ellen", "Ellie", "Emily", "Emma", "Eric", "Erin", "Ethan",
        "Eva", "Evan", "Evelyn", "Farah", "Fatima", "Felicity", "Fiona", "Frances", "Francesca",
        "Frank", "Fraser", "Fred", "Gail", "Gareth", "Gary", "Gavin", "Gemma", "Geoff", "Geoffrey",
        "George", "Georgia", "Georgina", "Geraint", "Gerald", "Gillian", "Glen", "Gordon", "Graham",
        "Grant", "Greg", "Gwen", "Hannah", "Harriet", "Harry", "Hassan", "Hayley", "Heather",
        "Helen", "Henry", "Hilary", "Holly", "Howard", "Hugh", "Ian", "Imran", "Ingrid", "Irene",
        "Isaac", "Isabel", "Isabella", "Isla", "Jack", "Jacqueline", "Jade", "Jake", "James",
        "Jamie", "Jan", "Jane", "Janet", "Janice", "Jasmine", "Jason", "Jean", "Jeff", "Jeffrey",
        "Jennifer", "Jenny", "Jeremy", "Jess", "Jessica", "Jill", "Jim", "Jo", "Joan", "Joanna",
        "Joanne", "Joe", "Joel", "John", "Jon", "Jonathan", "Joseph", "Josh", "Joshua", "Judith",
        "Julia", "Julian", "Julie", "Justin", "Kamal", "Karen", "Kate", "Katherine", "Kathleen",
        "Kathryn", "Katie", "Kavita", "Kayleigh", "Keith", "Kelly", "Ken", "Kenneth", "Kerry",
        "Kevin", "Khalid", "Kieran", "Kim", "Kirsty", "Kwame", "Laura", "Lauren", "Leah", "Lee",
        "Leon", "Leonard", "Lesley", "Lewis", "Liam", "Linda", "Lindsay", "Lisa", "Liz", "Lorna",
        "Lorraine", "Louise", "Lucas", "Lucy", "Luke", "Lynn", "Lynne", "Maggie", "Malcolm",
        "Margaret", "Maria", "Marian", "Marie", "Marion", "Martin", "Mary", "Matt", "Matthew",
        "Maureen", "Megan", "Mehmet", "Melanie", "Melissa", "Michael", "Michelle", "Miguel", "Mike",
        "Mohammed", "Moira", "Molly", "Monica", "Morag", "Muhammad", "Nadia", "Nancy", "Naomi",
        "Natalie", "Natasha", "Nathan", "Neil", "Niamh", "Nicholas", "Nick", "Nicola", "Nicole",
        "Nigel", "Nina", "Nisha", "Noah", "Noel", "Nora", "Norma", "Oliver", "Olivia", "Omar",
        "Oscar", "Owen", "Pamela", "Patricia", "Patrick", "Paul", "Paula", "Pauline", "Peter",
        "Phil", "Philip", "Philippa", "Phoebe", "Phyllis", "Priya", "Rachel", "Rahul", "Raj",
        "Rajesh", "Ravi", "Raymond", "Rebecca", "Reece", "Rhian", "Rhys", "Richard", "Rita",
        "Robert", "Roberta", "Robin", "Roger", "Ronald", "Rosemary", "Ross", "Roy", "Russell",
        "Ruth", "Ryan", "Sally", "Sam", "Samantha", "Samira", "Samuel", "Sandra", "Sanjay", "Sara",
        "Sarah", "Sean", "Shannon", "Sharon", "Sheila", "Shirley", "Sian", "Simon", "Sofia",
        "Sophie", "Stacey", "Stella", "Stephanie", "Stephen", "Steve", "Steven", "Stuart", "Sue",
        "Suresh", "Susan", "Suzanne", "Sylvia", "Tanya", "Tara", "Teresa", "Terry", "Theresa",
        "Thomas", "Tim", "Timothy", "Tina", "Toby", "Tom", "Tony", "Tracey", "Tracy", "Trevor",
        "Usman", "Valerie", "Vanessa", "Vera", "Vikram", "Vincent", "Vivien", "Wayne", "Wendy",
        "William", "Yasmin", "Yusuf", "Yvonne", "Zara", "Zoe",
    )
)  # fmt: skip
"""As they are written at the head of a name."""
