class Account:
    count = 0
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []
        Account.count += 1
    def __del__(self):
        Account.count -= 1
        print('closed', self.owner)
    def transfer(self, other, amount):
        if amount > self.balance:
            raise ValueError('insufficient funds')
        self.balance -= amount
        other.balance += amount
        self.history.append((other, -amount))
        other.history.append((self, amount))
    def __repr__(self):
        return f'{self.owner}: {self.balance}'

ann = Account('Ann', 100)
bob = Account('Bob')
ann.transfer(bob, 30)
ann, bob
bob.transfer(ann, 500)
Account.count
bank = {'ann': ann, 'bob': bob}
del ann, bob
sorted(bank)
bank['ann'].history[0][0] is bank['bob']
bank.clear()
Account.count
import gc
gc.collect()
Account.count
