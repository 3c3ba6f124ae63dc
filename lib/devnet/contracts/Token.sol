// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Staged} from './Staged.sol';

/// ERC-20 whose balances the director sets. Real decimals, name and symbol; no fees, no blocklist.
contract Token is Staged {
    string public name;
    string public symbol;
    uint8 public decimals;
    uint256 public totalSupply;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    function setUp(string calldata name_, string calldata symbol_, uint8 decimals_) external virtual staged {
        (name, symbol, decimals) = (name_, symbol_, decimals_);
    }

    function transfer(address to, uint256 value) external returns (bool) {
        _move(msg.sender, to, value);
        return true;
    }

    function transferFrom(address from, address to, uint256 value) external returns (bool) {
        uint256 allowed = allowance[from][msg.sender];
        if (allowed != type(uint256).max) allowance[from][msg.sender] = allowed - value;
        _move(from, to, value);
        return true;
    }

    function approve(address spender, uint256 value) external returns (bool) {
        allowance[msg.sender][spender] = value;
        emit Approval(msg.sender, spender, value);
        return true;
    }

    /// Mints.
    function grant(address to, uint256 value) external staged {
        _mint(to, value);
    }

    function burn(address from, uint256 value) external staged {
        _burn(from, value);
    }

    /// Mints or burns until the holder has this balance.
    function assign(address holder, uint256 balance) external staged {
        _assign(holder, balance);
    }

    /// Mints to or burns from the holder until the total supply is this.
    function resize(address holder, uint256 supply) external staged {
        if (totalSupply < supply) _mint(holder, supply - totalSupply);
        else if (totalSupply > supply) _burn(holder, totalSupply - supply);
    }

    function _assign(address holder, uint256 balance) internal {
        uint256 held = balanceOf[holder];
        if (held < balance) _mint(holder, balance - held);
        else if (held > balance) _burn(holder, held - balance);
    }

    function _move(address from, address to, uint256 value) internal {
        balanceOf[from] -= value;
        balanceOf[to] += value;
        emit Transfer(from, to, value);
    }

    function _mint(address to, uint256 value) internal virtual {
        totalSupply += value;
        balanceOf[to] += value;
        emit Transfer(address(0), to, value);
    }

    function _burn(address from, uint256 value) internal virtual {
        balanceOf[from] -= value;
        totalSupply -= value;
        emit Transfer(from, address(0), value);
    }
}

/// MKR: name() and symbol() answer bytes32.
contract Bytes32Token is Staged {
    bytes32 public name;
    bytes32 public symbol;
    uint256 public constant decimals = 18;
    uint256 public totalSupply;
    mapping(address => uint256) public balanceOf;

    event Transfer(address indexed from, address indexed to, uint256 value);

    function setUp(bytes32 name_, bytes32 symbol_) external staged {
        (name, symbol) = (name_, symbol_);
    }

    function assign(address holder, uint256 balance) external staged {
        totalSupply = totalSupply - balanceOf[holder] + balance;
        balanceOf[holder] = balance;
        emit Transfer(address(0), holder, balance);
    }
}

/// Liquid-staking tokens: a token that knows its own exchange rate to ether (wad), under every name the oracles ask by.
contract StakedEther is Token {
    uint256 public exchangeRate;

    function setRate(uint256 rate) external staged {
        exchangeRate = rate;
    }

    function getExchangeRate() external view returns (uint256) {
        return exchangeRate;
    }

    function getRate() external view returns (uint256) {
        return exchangeRate;
    }

    function stEthPerToken() external view returns (uint256) {
        return exchangeRate;
    }

    function getStETHByWstETH(uint256 amount) external view returns (uint256) {
        return amount * exchangeRate / 1e18;
    }

    function getPooledEthByShares(uint256 amount) external view returns (uint256) {
        return amount * exchangeRate / 1e18;
    }

    function rsETHPrice() external view returns (uint256) {
        return exchangeRate;
    }
}
