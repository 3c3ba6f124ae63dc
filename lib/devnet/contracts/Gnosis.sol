// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Staged} from './Staged.sol';
import {Token} from './Token.sol';

/// Savings xDAI: a vault over WXDAI that grows only when interest is claimed into it.
contract SavingsXDai is Token {
    address public asset;

    function open(address wxdai) external staged {
        asset = wxdai;
    }

    function totalAssets() public view returns (uint256) {
        return Token(asset).balanceOf(address(this));
    }

    function convertToAssets(uint256 shares) public view returns (uint256) {
        return shares * (totalAssets() + 1) / (totalSupply + 1);
    }

    function convertToShares(uint256 assets) public view returns (uint256) {
        return assets * (totalSupply + 1) / (totalAssets() + 1);
    }

    function maxWithdraw(address owner) external view returns (uint256) {
        return convertToAssets(balanceOf[owner]);
    }

    /// Shares come and go at today's price: the WXDAI behind them comes and goes too.
    function _mint(address to, uint256 shares) internal override {
        Token(asset).grant(address(this), convertToAssets(shares));
        super._mint(to, shares);
    }

    function _burn(address from, uint256 shares) internal override {
        Token(asset).burn(address(this), convertToAssets(shares));
        super._burn(from, shares);
    }

    function seed(address holder, uint256 shares, uint256 assets) external staged {
        super._mint(holder, shares);
        Token(asset).assign(address(this), assets);
    }
}

/// Interest arrives here from the bridge and drips into the vault over an epoch, by claim().
contract BridgeInterestReceiver is Staged {
    address public vault;
    address public wxdai;
    address public claimer;
    uint256 public constant epochLength = 3 days;
    uint256 public dripRate;
    uint256 public nextClaimEpoch;
    uint256 public currentEpochBalance;
    uint256 public lastClaimTimestamp;

    event Claimed(uint256 indexed amount);

    function open(address vault_, address wxdai_, address claimer_) external staged {
        (vault, wxdai, claimer) = (vault_, wxdai_, claimer_);
        lastClaimTimestamp = block.timestamp;
        nextClaimEpoch = block.timestamp;
    }

    function previewClaimable() public view returns (uint256) {
        if (block.timestamp >= nextClaimEpoch) return currentEpochBalance;
        uint256 due = (block.timestamp - lastClaimTimestamp) * dripRate;
        return due < currentEpochBalance ? due : currentEpochBalance;
    }

    function claim() public returns (uint256 claimed) {
        claimed = previewClaimable();
        uint256 balance = Token(wxdai).balanceOf(address(this));
        if (block.timestamp >= nextClaimEpoch) {
            uint256 left = balance - claimed;
            dripRate = left < 1000e18 ? 0 : left / epochLength;
            currentEpochBalance = left;
            nextClaimEpoch = block.timestamp + epochLength;
        } else {
            currentEpochBalance -= claimed;
        }
        lastClaimTimestamp = block.timestamp;
        if (claimed > 0) Token(wxdai).transfer(vault, claimed);
        emit Claimed(claimed);
    }

    function vaultAPY() external view returns (uint256) {
        return 1e18 * (dripRate * 365 days) / SavingsXDai(vault).totalAssets();
    }
}

contract SavingsXDaiAdapter is Staged {
    address public wxdai;
    address public sDAI;
    address public interestReceiver;

    function open(address wxdai_, address vault, address receiver) external staged {
        (wxdai, sDAI, interestReceiver) = (wxdai_, vault, receiver);
    }

    function vaultAPY() external view returns (uint256) {
        return BridgeInterestReceiver(interestReceiver).vaultAPY();
    }
}
