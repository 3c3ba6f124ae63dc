// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Actor, DIRECTOR} from './Staged.sol';
import {Token} from './Token.sol';

interface IPool {
    function supply(address asset, uint256 amount, address onBehalfOf, uint16 referral) external;
    function withdraw(address asset, uint256 amount, address to) external returns (uint256);
    function borrow(address asset, uint256 amount, uint256 mode, uint16 referral, address onBehalfOf) external;
    function repay(address asset, uint256 amount, uint256 mode, address onBehalfOf) external returns (uint256);
    function mintToTreasury(address[] calldata assets) external;
}

/// One transaction a block: whatever happens on a day happens through act().
contract Operator {
    struct Call {
        address target;
        bytes data;
    }

    /// A reserve as the director sees it: who lends, who borrows.
    struct Reserve {
        IPool pool;
        Token asset;
        Token spToken;
        Token debtToken;
        Actor lender;
        Actor borrower;
    }

    error CallFailed(uint256 index, address target, bytes reason);

    /// Wei by which a balance may miss its mark: interest rounds, and a frozen reserve refuses even a wei.
    uint256 private constant NEAR = 10;

    /// How many acts were played to the end: the builder compares it with how many were sent.
    uint256 public acts;

    function act(Call[] calldata calls) external {
        require(msg.sender == DIRECTOR, 'Operator/only-director');
        for (uint256 i; i < calls.length; i++) {
            // a call to nothing would pass in silence
            if (calls[i].target.code.length == 0) revert CallFailed(i, calls[i].target, 'no code');
            (bool ok, bytes memory reason) = calls[i].target.call(calls[i].data);
            if (!ok) revert CallFailed(i, calls[i].target, reason);
        }
        acts++;
    }

    modifier self() {
        require(msg.sender == address(this), 'Operator/only-self');
        _;
    }

    /// Moves a reserve to the wanted supply and debt by real market transactions, interest to this second included.
    function steer(Reserve calldata r, uint256 supplied, uint256 borrowed) external self {
        uint256 now_ = r.spToken.totalSupply();
        if (now_ + NEAR < supplied) lend(r.pool, r.asset, r.lender, address(r.lender), supplied - now_);
        now_ = r.debtToken.totalSupply();
        if (now_ + NEAR < borrowed) {
            r.borrower.doCall(address(r.pool), abi.encodeCall(IPool.borrow, (address(r.asset), borrowed - now_, 2, 0, address(r.borrower))));
        } else if (now_ > borrowed) {
            r.asset.grant(address(r.borrower), now_ - borrowed);
            r.borrower.doCall(address(r.pool), abi.encodeCall(IPool.repay, (address(r.asset), now_ - borrowed, 2, address(r.borrower))));
        }
        now_ = r.spToken.totalSupply();
        if (now_ > supplied) withdraw(r.pool, r.asset, r.lender, now_ - supplied);
    }

    /// Moves one holder's spTokens to the wanted balance.
    function hold(IPool pool, Token asset, Token spToken, Actor holder, Actor lender, uint256 balance) external self {
        uint256 now_ = spToken.balanceOf(address(holder));
        if (now_ + NEAR < balance) lend(pool, asset, lender, address(holder), balance - now_);
        else if (now_ > balance) withdraw(pool, asset, holder, now_ - balance);
    }

    function lend(IPool pool, Token asset, Actor lender, address owner, uint256 amount) private {
        asset.grant(address(lender), amount);
        lender.doCall(address(pool), abi.encodeCall(IPool.supply, (address(asset), amount, owner, 0)));
    }

    function withdraw(IPool pool, Token asset, Actor holder, uint256 amount) private {
        holder.doCall(address(pool), abi.encodeCall(IPool.withdraw, (address(asset), amount, address(holder))));
        asset.burn(address(holder), amount);
    }
}
